"""What one operation adds has the same ids whenever it is worked out."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from command_center.domain.ids import ids_of, new_id, record_op_id

AT = datetime(2026, 11, 21, 7, 0, tzinfo=UTC)


def test_an_operation_makes_the_same_ids_later() -> None:
    op_id = new_id(AT)
    first, later = ids_of(op_id, AT), ids_of(op_id, AT + timedelta(hours=3))
    made = [first() for _ in range(50)]
    assert made == [later() for _ in range(50)]
    assert made == sorted(set(made))
    assert all(UUID(id).version == 7 for id in made)


def test_two_operations_never_share_an_id() -> None:
    made = {ids_of(new_id(AT), AT)() for _ in range(500)}
    assert len(made) == 500


def test_ids_of_a_record_carry_the_time_they_were_stored() -> None:
    make = ids_of(record_op_id("jmp", "7"), AT)
    assert UUID(make()).int >> 80 == int(AT.timestamp() * 1000)
    assert ids_of("not-a-uuid", AT)() != make()
