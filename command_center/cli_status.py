"""What a verb ends with, and which errors are wrong usage, or change nothing; the others are the
environment's."""

from __future__ import annotations

from command_center.domain.errors import OperatorError
from command_center.runtime.setting_layers import Layer, WrongSetting

DONE, WRONG_USAGE, NOTHING_STORED, ENVIRONMENT = 0, 2, 3, 4
_USAGE_CODES = frozenset(
    {
        "bad_size",
        "bundle_needs_login",
        "database_kind_unknown",
        "exercise_join_where",
        "database_url_unreadable",
        "mapping_missing",
        "parse_needs_mapping",
        "password_in_url",
        "playback_period_long",
        "playback_period_order",
        "playback_period_unreadable",
        "province_list",
        "scenario_missing",
        "source_bad_id",
        "source_bad_url",
        "source_profile",
        "update_folder_missing",
        "update_source_form",
        "update_source_plain",
        "no_push_source",
        "gateway_needs_tls",
        "mail_address_wrong",
        "mail_needs_tls",
        "mail_server_wrong",
        "order_route_cells",
        "order_route_key",
        "order_route_name",
        "order_route_port",
        "order_route_secret",
        "order_route_source",
        "order_route_to",
        "order_route_twice",
        "order_route_unknown",
        "order_route_url",
        "order_route_word",
        "order_routes_file",
        "order_routes_head",
        "order_routes_too_long",
        "order_routes_too_many",
        "gateway_secret_short",
        "gateway_settings",
        "nothing_to_verify",
    }
)
_NOTHING_CODES = frozenset(
    {
        "bundle_damaged",
        "bundle_newer",
        "bundle_no_keyring",
        "bundle_other",
        "bundle_phrase",
        "bundle_phrase_long",
        "bundle_phrase_short",
        "bundle_tampered",
        "bundle_too_large",
        "bundle_unknown_setting",
        "nothing_to_replay",
        "passwords_differ",
        "playback_nothing",
    }
)


def status_of(error: OperatorError) -> int:
    if isinstance(error, WrongSetting) and error.layer is Layer.COMMAND_LINE:
        return WRONG_USAGE
    if error.code in _USAGE_CODES:
        return WRONG_USAGE
    return NOTHING_STORED if error.code in _NOTHING_CODES else ENVIRONMENT
