"""The room's WhatsApp number: each message by webhook under the contract."""
