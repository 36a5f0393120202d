from command_center.storage.first_sources import PAGES, FirstSources


def test_who_is_in_a_part_without_a_source_has_none() -> None:
    met = FirstSources()
    met.learn("b", "d", ({"b": "110", "d": "jmp"}, {"d"}))
    known, missing = met.of(["a", "b", "c", "d", "e"])
    assert known == ({"b": "110", "c": "", "d": "jmp"}, {"d"})
    assert missing == ["a", "e"]


def test_late_ones_outside_the_question_are_not_told() -> None:
    met = FirstSources()
    met.learn("a", "d", ({"a": "110"}, {"d"}))
    assert met.of(["a"]) == (({"a": "110"}, set()), [])


def test_only_the_newest_parts_are_kept_until_a_reading_begins() -> None:
    met = FirstSources()
    for number in range(PAGES + 1):
        met.learn(f"{number:03}", f"{number:03}", ({f"{number:03}": "110"}, set()))
    assert met.of(["000", "001"])[1] == ["000"]
    met.forget()
    assert met.of(["001"]) == (({}, set()), ["001"])
