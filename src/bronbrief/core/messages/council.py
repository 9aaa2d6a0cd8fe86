"""Messages about the rules of a council and about personal data, in English and Dutch."""

from bronbrief.core.diagnostics import Message, Severity, Words

MESSAGES: dict[str, Message] = {
    "spec-not-a-document-type": Message(
        Severity.ERROR,
        Words(
            "“{value}” is no type of council document",
            "Choose vraag, antwoord, motie, besluitvormingsstuk, ingekomen_stuk, toezegging, mededeling, amendement or voorstel.",
            "Council information systems that follow the ORI model of VNG know nine types of document, by these Dutch names.",
            "Write `mededeling` for a brief from the executive and `ingekomen_stuk` for one from outside.",
        ),
        Words(
            "“{value}” is geen soort raadsstuk",
            "Kies vraag, antwoord, motie, besluitvormingsstuk, ingekomen_stuk, toezegging, mededeling, amendement of voorstel.",
            "Raadsinformatiesystemen die het ORI-model van de VNG volgen, kennen negen soorten documenten.",
            "Schrijf `mededeling` voor een brief van het college en `ingekomen_stuk` voor een brief van buiten.",
        ),
    ),
    "spec-not-a-weight": Message(
        Severity.ERROR,
        Words(
            "“{key}” must be off, warning or error, not “{value}”",
            "Write off, warning or error.",
            "For each kind of personal data a council says how much it weighs.",
            "Write `off` to leave it alone, `warning` to be told, `error` to get no dossier while it stands there.",
        ),
        Words(
            "“{key}” moet off, warning of error zijn, niet “{value}”",
            "Schrijf off, warning of error.",
            "Voor elk soort persoonsgegeven zegt de raad hoe zwaar het weegt.",
            "Schrijf `off` om het te laten, `warning` om het te horen, `error` om geen dossier te krijgen zolang het er staat.",
        ),
    ),
    "name-pattern-unbalanced": Message(
        Severity.ERROR,
        Words(
            "The pattern of names has a loose brace",
            "Give every opening brace its closing brace.",
            "The pattern of file names has a brace without its partner.",
            "Write fields as {meeting}, {title} or {annex}, in single braces.",
        ),
        Words(
            "Het naampatroon heeft een losse accolade",
            "Geef elke openende accolade een sluitende.",
            "Het patroon voor bestandsnamen heeft een accolade zonder partner.",
            "Schrijf velden als {meeting}, {title} of {annex}, tussen enkele accolades.",
        ),
    ),
    "name-pattern-field": Message(
        Severity.ERROR,
        Words(
            "File names have no field “{field}”",
            "Write {near}, or another of meeting, item, annex, title, name and version.",
            "The pattern of file names asks for something that a dossier does not know.",
            "Use the fields meeting, item, annex, title, name and version, as they stand, without a width.",
        ),
        Words(
            "Bestandsnamen hebben geen veld “{field}”",
            "Schrijf {near}, of een ander van meeting, item, annex, title, name en version.",
            "Het patroon voor bestandsnamen vraagt om iets wat een dossier niet weet.",
            "Gebruik de velden meeting, item, annex, title, name en version, zoals ze zijn, zonder breedte.",
        ),
    ),
    "rule-field": Message(
        Severity.ERROR,
        Words(
            "No spec has a field “{field}”",
            "Write {near}, or remove it.",
            "The rules of the council ask for a field that a spec cannot have.",
            "Name fields as in a spec; for those within council and archive write council.body or archive.creators.",
        ),
        Words(
            "Geen definitie heeft een veld “{field}”",
            "Schrijf {near}, of haal het weg.",
            "De regels van de raad vragen om een veld dat een definitie niet kan hebben.",
            "Noem velden zoals in een definitie; schrijf voor die binnen council en archive council.body of archive.creators.",
        ),
    ),
    "personal-bsn": Message(
        Severity.WARNING,
        Words(
            "This may be a citizen service number (BSN): {value}",
            "Remove it, or list it under `allowed` in the rules if it is something else.",
            "Nine digits that pass the eleven test. About one in eleven numbers does so by chance, so a person must look.",
            "Take the number out before publication. If it is something else, list it under `allowed`.",
        ),
        Words(
            "Dit kan een burgerservicenummer (BSN) zijn: {value}",
            "Haal het weg, of zet het bij `allowed` in de regels als het iets anders is.",
            "Negen cijfers die aan de elfproef voldoen. Dat doet ongeveer een op de elf nummers toevallig, dus een mens moet kijken.",
            "Haal het nummer weg vóór publicatie. Is het iets anders, zet het dan bij `allowed`.",
        ),
    ),
    "personal-email": Message(
        Severity.WARNING,
        Words(
            "An e-mail address: {value}",
            "Remove it, or list it under `allowed` in the rules if it may be public.",
            "An e-mail address may be personal data. In a quotation it cannot be changed, but the quotation can be shortened.",
            "Take it out, leave it out of the quotation with […], or list it under `allowed`.",
        ),
        Words(
            "Een e-mailadres: {value}",
            "Haal het weg, of zet het bij `allowed` in de regels als het openbaar mag zijn.",
            "Een e-mailadres kan een persoonsgegeven zijn. In een citaat kan het niet veranderd worden, maar het citaat kan korter.",
            "Haal het weg, laat het met […] uit het citaat, of zet het bij `allowed`.",
        ),
    ),
    "personal-telephone": Message(
        Severity.WARNING,
        Words(
            "A telephone number: {value}",
            "Remove it, or list it under `allowed` in the rules if it may be public.",
            "A number that can be dialled in the Netherlands, in Belgium or from abroad. It may be somebody's own.",
            "Take it out, leave it out of the quotation with […], or list it under `allowed`.",
        ),
        Words(
            "Een telefoonnummer: {value}",
            "Haal het weg, of zet het bij `allowed` in de regels als het openbaar mag zijn.",
            "Een nummer dat in Nederland, in België of uit het buitenland te bellen is. Het kan van een persoon zijn.",
            "Haal het weg, laat het met […] uit het citaat, of zet het bij `allowed`.",
        ),
    ),
    "personal-iban": Message(
        Severity.WARNING,
        Words(
            "The number of a bank account: {value}",
            "Remove it, or list it under `allowed` in the rules if it may be public.",
            "An IBAN whose check digits are right (ISO 13616).",
            "Take it out, leave it out of the quotation with […], or list it under `allowed`.",
        ),
        Words(
            "Een rekeningnummer: {value}",
            "Haal het weg, of zet het bij `allowed` in de regels als het openbaar mag zijn.",
            "Een IBAN waarvan de controlecijfers kloppen (ISO 13616).",
            "Haal het weg, laat het met […] uit het citaat, of zet het bij `allowed`.",
        ),
    ),
}
