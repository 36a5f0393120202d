"""Run by command_center.storage.migrate, which brings the connection and holds the lock."""

from alembic import context

from command_center.storage.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
