"""Words as numbers are the same words."""

import numpy as np

from command_center.columns.coded import Coded, Phrases, Vocabulary

WORDS = ["api", "banjir", "api", "", "laka", "banjir"]


def test_a_column_says_its_words() -> None:
    known = Vocabulary()
    column = Coded(known.numbers(WORDS), known.names)
    known.number("later")  # what grows behind a column does not change it
    assert list(column) == WORDS == [column[place] for place in range(len(column))]
    assert list(column[1:4]) == WORDS[1:4]
    flags = np.array([word == "api" for word in WORDS])
    assert list(column.where(~flags)) == ["banjir", "", "laka", "banjir"]
    assert column.among("api", "nobody").tolist() == flags.tolist()


def test_phrases_are_taken_apart_whenever_they_come() -> None:
    phrases = Phrases(3, "/")
    for texts in (["a/b/c", "a//x/y"], ["a/b/d", "a/b/c", "z/b/"]):
        columns = phrases.words(phrases.numbers(texts))
        assert list(zip(*columns, strict=True)) == [tuple(text.split("/", 2)) for text in texts]
