"""Titles, roles and institutions: words with a capital that are no names, or that stand before one."""

import re

# Roles and institutions that say nothing without the name beside them; months and days are dates.
_ROLES_NL = """
    ambassadeur amendement artikel besluit bijlage burgemeester college collegelid commissaris
    commissie dhr directeur dr drs fractie fractievoorzitter gedeputeerde gemeente gemeentebestuur
    gemeenteraad god griffie griffier heer internet ir kabinet kamerlid koning koningin mevrouw
    minister minister-president ministerie motie mr mw parlement premier president prof provincie
    raad raadsleden raadslid regering republiek rijk schepen secretaris staatssecretaris stad
    statenlid u uw voorzitter wet wethouder
"""
_ROLES_EN = """
    alderman ambassador chair city commissioner council councillor executive government governor i
    king mayor minister ministry mr mrs ms municipality parliament premier president province queen
    secretary senator state
"""
# A role may be written as one word with what it is for: "mobiliteitsminister", "oud-burgemeester".
_SHORTEST_ROLE = 6
# These are surnames as well: "raadslid Koning", "Joris Koning".
SURNAMES = {
    "nl": frozenset({"koning", "koningin", "raad", "rijk", "stad", "heer", "schepen", "wet", "god"}),
    "en": frozenset({"king", "queen", "mayor"}),
}
_PERSONS_NL = """
    advocaat ambassadeur burgemeester burgemeesters collegelid commissaris dames dhr directeur dr drs
    fractieleider fractievoorzitter gedeputeerde gouverneur griffier heer heren hoogleraar ing
    inspecteur ir kamerleden kamerlid korpschef lijsttrekker mevrouw minister ministers mr mw
    parlementslid premier president procureur prof raadsleden raadslid schepen schepenen secretaris
    staatssecretaris statenleden statenlid topman topvrouw volksvertegenwoordiger voorzitter wethouder
    wethouders woordvoerder woordvoerster
"""
_PERSONS_EN = """
    alderman ambassador chief commissioner councillor dr governor mayor minister mr mrs ms premier prof
    aldermen councillors ministers professor secretary senator spokesman spokesperson spokeswoman
"""
ABBREVIATED = frozenset({"mr", "dr", "drs", "ir", "ing", "prof", "dhr", "mw", "mrs", "ms"})
"""Titles behind which a full stop may stand."""

PERSONS = {"nl": frozenset(_PERSONS_NL.split()), "en": frozenset(_PERSONS_EN.split())}
ROLES = {
    "nl": frozenset(_ROLES_NL.split()) | PERSONS["nl"],
    "en": frozenset(_ROLES_EN.split()) | PERSONS["en"],
}
ENDS_IN_ROLE = {
    lang: re.compile(rf".*(?:{'|'.join(role for role in roles if len(role) >= _SHORTEST_ROLE)})")
    for lang, roles in PERSONS.items()
}
