"""Questions and answers: each answer is running text of its own, with quotations that can be set off."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from pydantic import Field

from bronbrief.brief.block import BlockType
from bronbrief.brief.builder import DEEPEST, Builder, Spot
from bronbrief.brief.model import Block, Image, Prose, Texts
from bronbrief.brief.statements import Statements, cited_by
from bronbrief.core.places import Path
from bronbrief.core.yaml.writing import scalar
from bronbrief.spec.block import Sample
from bronbrief.spec.examples import Example
from bronbrief.spec.excerpts import Strict
from bronbrief.spec.types import Markdown


class Question(Strict):
    """A question with its answer."""

    question: Markdown = Field(
        description="The question.", examples=["Onderhoudt de gemeente nog contact met Brest?"]
    )
    answer: Markdown = Field(
        description="The answer, with `![[excerpt]]` and `[@excerpt]`.",
        examples=["Nee. [@geen-formele-contacten]"],
    )


@dataclass(frozen=True, slots=True)
class Answered:
    """A question and the blocks of its answer."""

    question: Prose
    answer: tuple[Block, ...]
    anchor: str


@dataclass(frozen=True, slots=True)
class QuestionsBlock(Block):
    """Questions with their answers."""

    items: tuple[Answered, ...]
    kind: str = "questions"

    @property
    def macro(self) -> str:
        """Return the macro's name; in templates `questions` are the numbers of the questions."""
        return "questions_list"

    def texts(self, path: Path) -> Texts:
        """Yield each question and what its answer prints."""
        for place, item in enumerate(self.items):
            at = (*path, "questions", place)
            yield (*at, "question"), item.question
            for block in item.answer:
                yield from (((*at, "answer"), text) for _, text in block.texts(at))

    def images(self) -> Iterator[Image]:
        """Yield the images in the answers."""
        for item in self.items:
            for block in item.answer:
                yield from block.images()


class QuestionsType(BlockType[list[Question]]):
    """Questions and answers."""

    key = "questions"
    annotation = list[Question]
    field = Field(None, min_length=1, description="Questions and answers.")
    meanings: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "antwoord": ("answer",),
        "vraag": ("question",),
        "vragen": ("questions",),
    }
    example = Example(
        "Questions and answers. An answer may quote as any running text does.",
        """
title: Vragen over de stedenband
template: vraag-antwoord
lang: nl-NL
date: 2026-11-21
key_messages:
  - Coevorden ziet geen perspectief op verbetering. [@perspectief]
excerpts:
  perspectief:
    source: coevorden-bevriest-2024
    quote: Er is op dit moment ook geen perspectief op verbetering van de onderlinge relatie.
sections:
  - heading: Vragen en antwoorden
    questions:
      - question: Verwacht het college dat de band herstelt?
        answer: |
          Nee. In zijn eigen woorden:

          ![[perspectief]]
""",
    )

    def build(self, given: list[Question], at: Spot, builder: Builder) -> tuple[Block, ...]:
        """Make one block of all questions, numbered through the brief."""
        return (
            QuestionsBlock(tuple(_answered(item, at, number, builder) for number, item in enumerate(given))),
        )

    def state(self, given: list[Question], path: Path, scope: Path, statements: Statements) -> None:
        """Tell what is asked and answered."""
        for number, item in enumerate(given):
            statements.prose((*path, number, "question"), item.question, scope)
            statements.prose((*path, number, "answer"), item.answer, scope)

    def running_texts(self, given: list[Question], path: Path) -> Iterator[tuple[Path, str]]:
        """Yield the answers."""
        for number, item in enumerate(given):
            yield (*path, number, "answer"), item.answer

    def uncited(self, given: list[Question], path: Path) -> Iterator[tuple[str, Path, str]]:
        """Yield the answers without a citation."""
        for number, item in enumerate(given):
            if not cited_by(item.answer):
                yield "answers", (*path, number, "answer"), item.answer

    def skeleton(self, sample: Sample) -> Iterator[str]:
        """Yield a section with one question."""
        words = sample.words
        yield from (f"  - heading: {words['heading']}", "    questions:")
        yield f"      - question: {scalar(words['question'])}"
        cite = f" [@{sample.cite}]" if sample.cite else ""
        yield f"        answer: {scalar(words['answer'] + cite)}"


def _answered(given: Question, at: Spot, number: int, builder: Builder) -> Answered:
    path, level = (*at.path, number), min(at.level + 1, DEEPEST)
    anchor = builder.numbered_anchor("vraag")
    question = builder.writer.phrase((*path, "question"), given.question)
    return Answered(question, builder.writer.flow((*path, "answer"), given.answer, level), anchor)
