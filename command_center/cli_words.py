"""What the command line says for the codes of `OperatorError`: what is wrong, then what to do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from command_center.domain.errors import OperatorError

MAX_VALUE = 200

WORDS = {
    # what was typed
    "bad_size": "{size} is no size; write it as 1920x1080.",
    "mapping_missing": "There is no mapping {name}: name a shipped one or a file.",
    "source_mapping": "The mapping {file} cannot be used: {reason}.",
    "parse_needs_mapping": "Name the mapping of the file: parse FILE --as foreign --mapping NAME.",
    # settings of this machine
    "setting_file_large": "{where}: over {limit} kB is no file of settings.",
    "setting_file_newer": (
        "{where} is of version {version}, this program knows {newest}: update the program. The file"
        " was left as it is."
    ),
    "setting_file_open": "{where} may be written by everybody; take that right away (chmod o-w).",
    "setting_file_unreadable": "{where} is no TOML file at line {line}; put it right by hand.",
    "setting_file_version": "{where}: version must be a whole number.",
    "setting_holds_password": (
        "{where}: {option} holds a user or a password; those belong in the keyring or a pass file."
    ),
    "setting_no_file": "{option}: there is no file {file}.",
    "setting_no_folder": "{option}: there is no folder {file}.",
    "setting_no_keyring": (
        "There is no keyring here to keep {option} in; write it into settings.toml by hand."
    ),
    "setting_not_choice": "{where}: {option} must be one of: {known}.",
    "setting_not_database": (
        "{where}: {option} must be sqlite:///FILE or postgresql+psycopg://USER@HOST/NAME."
    ),
    "setting_not_hex": "{where}: {option} must be {digits} hexadecimal digits.",
    "setting_not_hosts": (
        "{where}: {option} must be hosts by comma, at most {limit}, without http:// or path."
    ),
    "setting_not_listen": "{where}: {option} must be NUMBER:PORT, as 0.0.0.0:8470.",
    "setting_not_releases": (
        "{where}: {option} must be https://HOST/PATH or the whole path of a folder."
    ),
    "setting_not_switch": "{where}: {option} must be true or false.",
    "setting_not_text": "{where}: {option} must be a text in quotes.",
    "setting_not_web": "{where}: {option} must be http://HOST:PORT or https://HOST:PORT.",
    "setting_not_whole": "{where}: {option} must be a whole number from {low} to {high}.",
    "setting_secret_short": "{where}: {option} must have {least} characters at least.",
    "setting_secret_typed": (
        "{option} is a secret and a command line is read by others: command-center settings set"
        " {option} asks for it."
    ),
    "setting_suffix": "{where}: {option} must be a file that ends in {known}.",
    "setting_too_long": "{where}: {option} must have {limit} characters at most.",
    "setting_unknown": "{where} sets {option}, which is no option; nearest: {close}.",
    "setting_unprintable": "{where}: {option} must be one line of text.",
    # a bundle of settings
    "bundle_damaged": "The bundle is damaged; have it written and brought again.",
    "bundle_needs_login": "Say with --login ws_NAME as whom this machine may enter {host}.",
    "bundle_newer": "The bundle is of a newer program ({format}); update this one.",
    "bundle_no_keyring": (
        "This machine has no keyring that keeps secrets, so nothing was set; see docs/first-run.md."
    ),
    "bundle_other": "That file is no bundle of settings.",
    "bundle_phrase": "That is not the phrase of this bundle; nothing was set.",
    "bundle_phrase_long": "A phrase has at most {most} characters.",
    "bundle_phrase_short": "A phrase has at least {least} characters, and not the same few.",
    "bundle_tampered": "The bundle was changed after it was signed; nothing was set.",
    "bundle_too_large": "The file is larger than a bundle may be ({limit} KB).",
    "bundle_unknown_setting": "The bundle sets {name}, which this program does not; update it.",
    # a machine that is set up
    "first_run_disk": "Less than {least} MB are free; make room first.",
    "first_run_file_changed": "{file} changed since it was read; read it again.",
    "first_run_folder": "There is no folder {folder}.",
    "first_run_machine": "This machine refuses: {reason}.",
    "first_run_needs_server": "For that a PostgreSQL server is needed: postgresql+psycopg://...",
    "first_run_no_file": "There is no file {file}.",
    "first_run_no_keyring": "This machine has no keyring; put the password into ~/.pgpass.",
    "first_run_no_room": "The server answers, but there is no room in it yet.",
    "first_run_not_founded": "The room at the server is not founded yet; make its administrator.",
    "first_run_over": "This machine is set up already, in another window or by a command.",
    "first_run_rights": "That login may not found a room; use the server owner's.",
    # updates
    "migration_waits": (
        "The database stays as it is: {names} could not read it any more. Update them first, or"
        " let an administrator say: db upgrade --anyway."
    ),
    "update_archive": "{file} is no archive of a release; nothing was changed.",
    "update_back_unasked": (
        "The room's database cannot be asked from this account, and {version} reads them up to"
        " {reads}, this one to {schema}: name it with --database URL, or say --anyway."
    ),
    "update_busy": "Another update is at work on this machine; let it end.",
    "update_cancelled": "Stopped; the same version starts as before.",
    "update_damaged": (
        "What {source} holds is cut short, changed, or of two releases mixed; nothing was changed."
    ),
    "update_disk_full": (
        "The disk of {folder} is too full: {needed} MB are needed, {free} MB are free."
    ),
    "update_disk_ran_full": (
        "The disk of {folder} ran full, or its quota ({free} MB are free); the same version starts"
        " as before."
    ),
    "update_expired": (
        "The signatures at {source} have run out: it may be held back on purpose. Fetch a fresh"
        " copy, and check this machine's clock."
    ),
    "update_fails_itself": "Version {version} does not start on this machine; nothing was changed.",
    "update_folder_missing": "There is no folder {folder}.",
    "update_mixed": "What {source} holds does not belong together; nothing was changed.",
    "update_needs_rights": "Only an administrator may change {folder}; run this as one.",
    "update_no_previous": "There is no version to go back to.",
    "update_no_root": "This program was built without trusted keys: an administrator must put "
    "the release maker's root.json into the folder `updates` of the installation.",
    "update_no_source": "No update source is set: name one with --from, or set `updates`.",
    "update_none_staged": "No newer version stands ready; this is {running}.",
    "update_not_for_us": "Nothing signed for {platform} is offered there.",
    "update_not_installed": "This is not an installed program: it cannot update itself.",
    "update_older": "{version} is offered and {running} is here: nothing is newer.",
    "update_previous_too_old": (
        "The database is at {schema}, version {version} reads up to {reads}: going back needs a"
        " backup of the database from before."
    ),
    "update_rolled_back": (
        "{source} offers something older than it did before; nothing was changed."
    ),
    "update_root_unreadable": "{file} cannot be read: {reason}. Without it nothing is trusted.",
    "update_source_form": "{source} is no address of updates: https://HOST/PATH or a folder.",
    "update_source_lacks": "{source} lacks a file that it must have; nothing was changed.",
    "update_source_plain": "{source} is not safe on the way: only https:// or a folder.",
    "update_source_silent": "{source} cannot be read, or broke off; try again.",
    "update_state": "{folder} cannot be written: {reason}.",
    "update_unsigned": (
        "What {source} holds is not signed by the release maker; nothing was changed."
    ),
    "update_version_form": "{version} is no version.",
    # e-mail
    "alert_not_meant": "An alert with the status {status} is not taken by a live room.",
    "alert_ends_nothing": "{alert} ends alerts that this room does not have.",
    "alert_over": "{alert} is over already.",
    "alerts_full": "{limit} alerts hold at this moment; the room keeps no more.",
    "map_tiles_missing": "There is no {file}.",
    "map_tiles_damaged": "{file} is no MBTiles or PMTiles file, or it is damaged.",
    "map_tiles_slow": "{file} takes too long to read.",
    "map_tiles_wrong_magic": "{file} is no PMTiles file of version 3.",
    "map_tiles_truncated": "{file} breaks off: it is shorter than it says. Copy it again.",
    "map_tiles_looping": "The directories of {file} lead round in a circle.",
    "map_tiles_packing": "{file} is packed with {how}; only gzip is unpacked here.",
    "map_tiles_too_large": "A tile of {file} is larger than 2 MB and left out.",
    "map_tiles_vector": "{file} holds vectors ({format}): only pictures are laid under the map.",
    "map_tiles_no_pictures": "{file} holds {format} and no pictures: PNG, JPEG or WebP.",
    "map_tiles_empty": "{file} holds no tiles.",
    "mail_address_wrong": "{address} is no e-mail address.",
    "mail_server_wrong": "{host} cannot be a mail server: a name, a port, a sender.",
    "mail_needs_tls": "{host} must speak TLS: nothing is sent in the clear over a network.",
    "mail_not_set": "No mail server is set: command-center mail set HOST --sender ADDRESS.",
    "mail_no_keyring": "The system's keyring does not keep the password.",
    "mail_login": "{host} refuses the name or the password.",
    "mail_tls": "The certificate of {host} is not one to trust; see --ca-file.",
    "mail_timeout": "{host} does not answer.",
    "mail_unreachable": "{host} cannot be reached.",
    "mail_later": "{host} asks to try again later.",
    "mail_refused": "{host} refuses the message.",
    # orders to the units' own systems
    "order_routes_file": "{file} cannot be read as a table in UTF-8.",
    "order_routes_head": "The first line of the table is: {columns}.",
    "order_route_cells": "Row {row}: not {columns} columns; put quotes around a comma.",
    "order_route_word": "Row {row}, column {column}: {value} is none of {known}.",
    "order_route_name": "Row {row}, column {column}: there is no name, or one of over 100 letters.",
    "order_route_unknown": "Row {row}, column {column}: this room has no {value}.",
    "order_route_twice": "Row {row}, column {column}: {value} stands in row {first} already.",
    "order_route_to": "Row {row}, column {column}: an address of up to 300 letters is missing.",
    "order_route_url": (
        "Row {row}, column {column}: {value} is no address for a webhook; write https://HOST/PATH"
        " without a password, a question mark or a hash."
    ),
    "order_route_port": "Row {row}, column {column}: {value} is no HOST:PORT.",
    "order_route_source": (
        "Row {row}, column {column}: there is no source {value} with a reply address; connect it"
        " with: source add ID --push --reply-url URL."
    ),
    "order_route_key": (
        "Row {row}, column {column}: {value} is no name of a key; up to 20 letters and digits."
    ),
    "order_routes_too_many": "The table has more than {limit} rows.",
    "order_route_unknown_id": "The table has no row {route}; the list shows BY and NAME.",
    "order_route_secret": "No row sends to a webhook at {host}.",
    "order_routes_too_long": "The table is longer than {limit} letters.",
    "password_in_url": (
        "The address holds a password, which others could read; keep it in the keyring or in a"
        " pass file and leave it out of the address."
    ),
    # an exercise and its scenario
    "exercise_join_where": "Say with --database which exercise this seat joins.",
    "exercise_not_running": "No exercise runs in that database.",
    "scenario_faults": "The scenario {file} has {count} faults; exercise --check tells them all.",
    "scenario_part": "{where}: {value} is missing or not known.",
    "scenario_base": "{where} is no scenario: {value}.",
    "scenario_units": "{where}: the table of units cannot be read: {value}.",
    "inject_too_many": "The scenario has more than {value} injects.",
    "inject_no_table": "{where} is not a table.",
    "inject_id": "{where}: “{value}” is no id: letters, digits, - and _, up to 40.",
    "inject_kind": (
        "{where}: “{value}” is no kind; use report, rumour, media, camera, unit_fails, unit_back"
        " or level."
    ),
    "inject_number": "{where}: {value} is no number from 0 to 86400.",
    "inject_time": "{where}: {value} is no clock time; write it as 09:05:00.",
    "inject_reaction": (
        "{where}: “{value}” is none of taken, verified, ordered, on_scene, closed."
    ),
    "inject_condition": "{where}: the condition “{value}” is not a table with inject and is.",
    "inject_expect": "{where}: expect is a list of tables with do and within_s.",
    "inject_record": "{where}: {value}.",
    "inject_category": "{where}: there is no category “{value}”.",
    "inject_never": "{where} has no time, nothing it comes after and no condition.",
    "inject_after_end": "{where} comes after the exercise has ended.",
    "inject_source": "{where}: the scenario has no source “{value}”.",
    "inject_text": "{where} has no text.",
    "inject_camera": "{where}: there is no camera “{value}”.",
    "inject_shows": "{where}: a camera cannot show “{value}”.",
    "inject_place": "{where}: the operation of the scenario has no place “{value}”.",
    "inject_level": "{where}: “{value}” is no level; use hijau, kuning or merah.",
    "inject_authority": (
        "{where}: “{value}” is nobody's authority; use kapolsek, kapolres, kapolda or lain."
    ),
    "inject_officer": "{where} needs officer: who orders the level, up to 80 letters.",
    "inject_reason": "{where}: the reason is longer than {value} letters.",
    "inject_skips": "{where}: {value} skips a level and needs a reason.",
    "inject_unusual": "{where}: {value} is not usually ordered by them and needs a reason.",
    "inject_unit": "{where}: there is no unit “{value}” in the table of units.",
    "inject_expects_nothing": "{where}: only of what is reported something can be expected.",
    "inject_twice": "{where} is there twice.",
    "inject_unknown": "{where}: there is no inject “{value}”.",
    "inject_no_reaction": "{where}: nobody can react to “{value}”, which is not reported.",
    "inject_cycle": "{where} waits for itself: {value}.",
    "playback_nothing": "Nothing was stored in that time: name another --from and --to.",
    "playback_period_order": "The time of --from must lie before that of --to.",
    "playback_period_long": "At most {days} days can be looked at in one window.",
    "playback_period_unreadable": "{text} is no time; write it as 2026-11-21T14:00:00+07:00.",
    "source_bad_url": "The address of a source begins with http:// or https:// and a host.",
    "database_url_unreadable": (
        "The database address cannot be read; write sqlite:///FILE or"
        " postgresql+psycopg://USER@HOST/NAME."
    ),
    "database_kind_unknown": "{kind} is no database this program knows; use sqlite or postgresql.",
    "province_list": "The list of rooms cannot be used: {why}.",
    "scenario_missing": "There is no scenario {name}.",
    "relay_settings": (
        "The relay cannot listen at {listen}: write HOST:PORT, and enter a token of 16 or more"
        " characters with: relay --keep-token."
    ),
    "relay_token_short": "The token has fewer than {least} characters; nothing was changed.",
    "relay_token_not_kept": (
        "There is no keyring here to keep the token in; set relay_token in settings.toml, which"
        " only this account can read."
    ),
    # the gateway
    "source_bad_id": "{id} is no short name: letters, digits, points and dashes, 60 at most.",
    "source_profile": "There is no profile {profile}; there are: {known}.",
    "no_push_source": "{source} does not send by itself; connect it with: source add ID --push.",
    "gateway_settings": "The gateway cannot listen at {listen}: write NUMBER:PORT.",
    "gateway_needs_tls": (
        "{listen} is reached from other machines: set gateway_certificate and gateway_key in"
        " settings.toml, or listen at 127.0.0.1."
    ),
    "gateway_file_unreadable": "{file} cannot be read; the settings of the gateway name it.",
    "gateway_certificate": "{file} holds no certificate; gateway_certificate is a PEM file.",
    "gateway_key": "{file} holds no key without a password; gateway_key is a PEM file.",
    "gateway_key_other": "{key} is not the key of the certificate {certificate}.",
    "gateway_secret_short": "The secret has fewer than {least} characters; nothing was changed.",
    # directories of cameras
    "directory_unknown": "There is no directory {name} in this city or in directories.toml.",
    "directory_off": "{name} is off; enter the granted access with: cameras access NAME --url URL.",
    "directory_none": "No directory is switched on; enter the access that was granted first.",
    "directory_settings": "{file} cannot be used: {reason}.",
    "directory_mapping": "The mapping {file} cannot be used: {reason}.",
    "directory_key_missing": "The key of {name} is not in this machine's keyring; enter it again.",
    "directory_key_unusable": "The key of {name} holds what no header can; enter it again.",
    "directory_key_not_kept": "There is no keyring here to keep the key in; nothing was changed.",
    "directory_ca_unreadable": "The file of certificates {file} cannot be read.",
    "directory_redirected": "The directory sends us on to {host}; ask its owner for its address.",
    "directory_host": "{host} may not be asked from this room.",
    "directory_cancelled": "Cancelled; nothing was changed.",
    "directory_not_rows": "The directory did not answer with the {format} list of its mapping.",
    "directory_empty": "The directory lists no camera; nothing was changed.",
    "directory_too_many": "The directory lists {count} cameras, over {limit}; nothing was changed.",
    "directory_lost_most": (
        "{gone} of {present} cameras are gone at once; nothing was changed. Ask its owner, then"
        " repeat with --accept-loss."
    ),
    "camera_of_other_directory": "Camera {camera} belongs to another directory.",
    "source_unauthorised": "The directory refuses the key (status {status}).",
    "source_status": "The directory answers with status {status}.",
    "source_tls": "The directory's certificate is not valid; --ca-file may add a missing one.",
    "source_timeout": "The directory did not answer for {seconds} s.",
    "source_slow": "The directory took longer than {seconds} s.",
    "source_refused": "The directory cannot be reached.",
    "source_broken_answer": "The directory's answer broke off.",
    "answer_too_large": "The directory's answer is longer than {limit} bytes.",
    "answer_too_deep": "The directory's answer is nested too deeply.",
    "answer_is_html": "The directory answers with a web page, not with data.",
    "answer_not_utf8": "The directory's answer is not UTF-8.",
    # cameras that can be moved
    "camera_unknown": "There is no camera {camera} in this room.",
    "camera_control_url": "The address of a camera's control begins with http:// or https://.",
    "camera_control_failed": "The camera cannot be moved from here: {reason}. Nothing was changed.",
    "camera_password_not_kept": (
        "There is no keyring here to keep the password in; nothing was changed."
    ),
    # what was found
    "nothing_to_replay": "{name} holds no row that the mapping makes a record of.",
    "export_not_written": "{file} cannot be written; check the folder and the room on its disk.",
    "no_room_yet": "There is no room in {file} yet; opening the window or an import makes one.",
    "room_of_other_kind": "That database holds the other kind of room ({kind}); name another one.",
    "exercise_not_empty": (
        "An exercise begins in an empty database, and {database} holds a log, which is kept: go on"
        " there with: exercise --join --database {database}. Without --database a new one begins."
    ),
    "scenario_step_impossible": "The scenario cannot be played: its step on {report} is refused.",
    # evidence
    "evidence_good": "{name}: good, every byte is as it was written.",
    "evidence_changed": "{name}: CHANGED, first in bytes {first} to {last}.",
    "evidence_too_short": "{name}: CUT SHORT, bytes {first} to {last} are missing.",
    "evidence_too_long": "{name}: LENGTHENED, bytes {first} to {last} were added.",
    "evidence_file_missing": "{name}: MISSING, its manifest is here.",
    "evidence_unreadable": "{name}: cannot be read; check its rights and the disk.",
    "evidence_no_manifest": "{name}: has no manifest here, so nothing can be said of it.",
    "evidence_manifest_bad": "{name}: is no manifest of evidence.",
    "evidence_manifest_missing": "{name}: MISSING, the chain of this folder names it.",
    "evidence_manifest_changed": "{name}: CHANGED, the chain of this folder names another one.",
    "evidence_not_chained": "{name}: is not in the chain of this folder.",
    "evidence_chain_broken": "{name}: does not follow from the manifest before it.",
    "evidence_log_differs": "{name}: DIFFERS from what the room's log says.",
    "evidence_log_missing": "{name}: the room's log does not know it.",
    "evidence_gone": "{name}: MISSING, the room's log says that it is kept here.",
    "evidence_failed": "The recording of {camera} failed: {why}.",
    "nothing_to_verify": "{path}: there is no evidence.",
    "book_good": "{name}: every page is as it was signed with key {key}.",
    "book_without_seal": "{name}: no seal of a workstation; anybody may have written it.",
    "book_seal_broken": "{name}: its seal was changed after it was signed.",
    "book_page_changed": "{name}: page {page} was changed after it was signed.",
    "book_pages_missing": "{name}: pages were added or taken out after it was signed.",
    "book_file_changed": "{name}: changed outside its pages after it was signed.",
    "book_key_unknown": "{name}: key {key} is of no workstation of this room.",
    "book_log_differs": "{name}: the log of this room does not hold that shift as it says.",
    "book_rows_differ": "{name}: its pages hold fewer or more rows than the log of this room says.",
    "book_columns_unknown": "{name}: this room never had a book with those columns.",
    "book_page_not_of_log": "{name}: page {page} does not say what the log of this room says.",
    "book_too_large": "{path}: too large for a book of a shift.",
    # the machine
    "no_display": (
        "There is no display to open the window on. For a picture without one:"
        " QT_QPA_PLATFORM=offscreen and --screenshot FILE."
    ),
    "exercise_cameras_ended": "The simulated cameras ended; start the exercise again to see them.",
    "exercise_cameras_silent": "The simulated cameras did not start; try again.",
    "exercise_city_silent": "The simulated city did not answer; try again.",
    "exercise_city_ended": "The simulated city ended by itself; start the exercise again.",
    # the database
    "database_busy": "The database is busy; try again.",
    "database_corrupt": "The database is damaged; restore it from a backup.",
    "database_foreign": "That database belongs to another program; name another one.",
    "database_interrupted": "The connection to the database broke off; try again.",
    "database_login_refused": "The database refused the name or the password; check both.",
    "database_missing": "The server has no such database; have it created first.",
    "database_newer": "The database is newer than this program; update the program.",
    "database_certificate": (
        "That server does not prove to be the one named; check its certificate and sslrootcert."
    ),
    "database_older": ("The database is older than this program; its owner has to run db upgrade."),
    "database_tls_weak": (
        "The URL asks for sslmode={sslmode}; to another machine only {needed} is accepted."
    ),
    "database_read_only": "The database can only be read; check its rights.",
    "database_unreachable": "The database cannot be reached; check its address and that it runs.",
    "database_behind": (
        "That server stands at entry {seq}, entry {seen} was seen already: it is an old copy."
    ),
    "database_deposed": "That server was replaced by another one; name the one that took over.",
    "database_forked": "That server's log differs from entry {seq} on; it is not used.",
    "database_standby": "That server is only a copy; name the one that is written to.",
    "disk_full": "The disk is full; what was stored is safe. Make room and try again.",
    "log_broken": "The log is damaged from entry {seq} on; restore the database from a backup.",
    # what an audit found
    "audit_edited": (
        "Entry {seq} does not follow the one before it: one of the two was EDITED, or entries"
        " before it were taken out and the rest renumbered."
    ),
    "audit_deleted": "Entries {seq} to {last} were DELETED.",
    "audit_inserted": "Entry {seq} was INSERTED.",
    "audit_reordered": "Entry {seq} was MOVED: it belongs elsewhere.",
    "audit_renumbered": "Entry {seq} was RENUMBERED.",
    "audit_tail_cut": "The log was CUT: entries {seq} to {last} are missing.",
    "audit_head_changed": "The head of the log was CHANGED: it is not entry {last}.",
    "audit_rewritten": (
        "The log was REWRITTEN from entry {seq} on: entry {last} is not what was signed."
    ),
    "audit_replaced": "This is ANOTHER DATABASE than the one whose entry {last} was seen.",
    "audit_forged_head": "The signed head at entry {seq} is FORGED: {about} did not sign it.",
    "audit_guard_off": "A guard of the log is OFF or changed: {about}.",
    "audit_column_differs": "Entry {seq}: its {about} is not what was stored.",
    "audit_subject_differs": "Entry {seq}: it is not found under what it changed: {about}.",
    "audit_operation_differs": "Operation {about}: it and the log do not agree (entry {seq}).",
    "audit_row_differs": "A row was changed past the log: {about}.",
    "audit_whole": "{count} entries, each as it was stored; the last is {hash}.",
    "audit_signed": "{count} signed heads hold; {seen} that were kept elsewhere were compared.",
    "audit_unsigned": "NOTHING SIGNED: a cut or rewritten log could not be noticed by this check.",
    "audit_spoilt": "{count} lines of the witness are torn or forged, the first at {about}.",
    "audit_key": "{about} signed with {key}; compare it with what was written down.",
    "breach_times": "The time to report ends before it begins.",
    "breach_name": "{file}: name a CSV file; a page and a summary are written beside it.",
    "breach_unwritable": "{file} cannot be written; check the folder and its rights.",
    "witness_empty": "Nothing that a workstation saw of a log is in {file}.",
    "witness_missing": "There is no witness at {file}.",
    # db
    "administrator_exists": "The room has an administrator already; nothing was changed.",
    "administrator_unfinished": (
        "{login} was made administrator and cut off before the password; say that login again."
    ),
    "backup_client_failed": "{program} gave up, nothing was kept: {reason}.",
    "backup_missing": "There is no file {file}.",
    "backup_needs_client": "{program} is not installed here; install PostgreSQL's client programs.",
    "backup_needs_owner": (
        "This login may not read all of the room; back up as a member of its owner (cc_owner)."
    ),
    "database_in_the_way": "Another program put a database there meanwhile; nothing was changed.",
    "database_in_use": "The room is open in a window; close it first.",
    "login_form": "A login is 3 to 40 letters, digits, dots, hyphens, in lower case.",
    "name_missing": "The administrator needs a name.",
    "no_good_backup": (
        "{file} is damaged or gone ({cause}) and none of its backups is good. Nothing was changed"
        " and no empty room was made: bring a backup and run: db restore FILE."
    ),
    "password_too_simple": "That password is too simple: use more different letters.",
    "password_holds_login": "The password holds the login.",
    "password_too_long": "The password is too long.",
    "password_too_short": "The password is too short: 10 characters at least.",
    "passwords_differ": "The two passwords differ; nothing was changed.",
    "reference_broken": "{what} {id}: names a row that is not there.",
    "restore_older": (
        "The room there knows more (entry {standing}) than the backup (entry {backup}); to replace"
        " it all the same: --replace-newer."
    ),
    "room_missing": "That database holds no room.",
    "row_differs": "{what} {id}: is not what the log says.",
    "row_missing": "{what} {id}: the log has it, the table does not.",
    "row_unlogged": "{what} {id}: the log knows nothing of it.",
    "unknown_workstation": "No workstation {name} was admitted here.",
    "workstation_name": "A workstation's name is up to {longest} letters, digits, dots, hyphens.",
    "workstation_needs_server": "A room in a file has no logins; workstations need a server.",
    "sqlite_too_old": "SQLite {version} can damage a database; install a newer pysqlite3.",
}


def explained(error: OperatorError) -> str:
    """The sentence of an error in one line, "?" for what it does not know; a code without one as
    it is."""
    words = WORDS.get(error.code)
    if words is None:
        return _line(str(error))
    values = {name: _line(str(value)[:MAX_VALUE]) for name, value in error.params.items()}
    return words.format_map(defaultdict(lambda: "?", values))


def glance_line(row: Mapping[str, Any]) -> str:
    """One room of a province in one line."""
    if row["fault"]:
        return f"{_line(row['name'])}: {explained(OperatorError(row['fault']))}"
    counts = " ".join(f"{priority} {count}" for priority, count in row["open"].items())
    units = f"units {row['ready']}/{row['units']} ready"
    age = "no entry yet" if row["age_s"] is None else f"newest entry {row['age_s']:.0f} s old"
    return f"{_line(row['name'])}: {counts}, unowned {row['unowned']}, {units}, {age}"


def _line(text: str) -> str:
    """Names of files and hosts come from anybody: they begin no line and steer no terminal."""
    return "".join(c if c.isprintable() else "?" for c in text)
