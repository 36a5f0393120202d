"""EDXL-HAVE documents written for tests."""

HAVE = "urn:oasis:names:tc:emergency:EDXL:HAVE:1.0"
DE = "urn:oasis:names:tc:emergency:EDXL:DE:1.0"
WHO = (
    '<have:Organization><have:OrganizationInformation><xnl:OrganisationName xnl:ID="rssa">'
    "<xnl:NameElement>RSUD dr. Saiful</xnl:NameElement><xnl:NameElement>Anwar</xnl:NameElement>"
    "</xnl:OrganisationName></have:OrganizationInformation><have:OrganizationGeoLocation>"
    "<gml:Point><gml:pos>-7.972489 112.631562</gml:pos></gml:Point>"
    "</have:OrganizationGeoLocation></have:Organization>"
)
AT = "<have:LastUpdateTime>2026-11-21T14:00:00+07:00</have:LastUpdateTime>"


def hospital(inside: str = "", *, who: str = WHO, at: str = AT) -> str:
    return f"<have:Hospital>{who}{inside}{at}</have:Hospital>"


def document(*hospitals: str) -> bytes:
    names = (
        f'xmlns:have="{HAVE}" xmlns:xnl="urn:oasis:names:tc:ciq:xnl:3" '
        'xmlns:gml="http://www.opengis.net/gml"'
    )
    inside = "".join(hospitals or (hospital(),))
    return f"<have:HospitalStatus {names}>{inside}</have:HospitalStatus>".encode()


def enveloped(content: bytes, status: str = "Actual", kind: str = "Report") -> bytes:
    return (
        f'<d:EDXLDistribution xmlns:d="{DE}"><d:distributionID>1</d:distributionID>'
        "<d:senderID>rs@kota</d:senderID><d:dateTimeSent>2026-11-21T14:00:00+07:00</d:dateTimeSent>"
        f"<d:distributionStatus>{status}</d:distributionStatus>"
        f"<d:distributionType>{kind}</d:distributionType>"
        "<d:combinedConfidentiality>U</d:combinedConfidentiality>"
        "<d:contentObject><d:xmlContent><d:embeddedXMLContent>"
        f"{content.decode()}</d:embeddedXMLContent></d:xmlContent></d:contentObject>"
        "</d:EDXLDistribution>"
    ).encode()
