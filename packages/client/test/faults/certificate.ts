import { generateKeyPairSync, sign, type KeyObject } from "node:crypto";

/** PEM texts in the shape that `tls.createServer` takes. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

export interface Authority {
  readonly certificate: Certificate;
  issue(options: { readonly address: string; readonly from: Date; readonly to: Date }): Certificate;
}

/**
 * Makes a certificate authority of one test run, so that no private key is committed and nothing
 * expires by surprise. Just enough X.509 (RFC 5280 §4.1) in DER (X.690) for a TLS handshake.
 */
export function createAuthority(name: string): Authority {
  const root = keyPair();
  const from = new Date(Date.now() - DAY_MS);
  const to = new Date(Date.now() + DAY_MS);
  const isAuthority = sequence(
    OID_BASIC_CONSTRAINTS,
    tlv(0x01, Buffer.from([0xff])),
    tlv(0x04, sequence(tlv(0x01, Buffer.from([0xff])))),
  );
  const certificate = build({
    subject: name,
    issuer: name,
    from,
    to,
    subjectKeys: root,
    issuerKey: root.privateKey,
    extension: isAuthority,
  });
  return {
    certificate,
    issue: ({ address, from: validFrom, to: validTo }) => {
      const octets = Buffer.from(address.split(".").map(Number));
      const alternativeName = sequence(
        OID_SUBJECT_ALT_NAME,
        tlv(0x04, sequence(tlv(0x87, octets))),
      );
      return build({
        subject: address,
        issuer: name,
        from: validFrom,
        to: validTo,
        subjectKeys: keyPair(),
        issuerKey: root.privateKey,
        extension: alternativeName,
      });
    },
  };
}

const DAY_MS = 86_400_000;
const OID_COMMON_NAME = oid("550403");
const OID_BASIC_CONSTRAINTS = oid("551d13");
const OID_SUBJECT_ALT_NAME = oid("551d11");
const ECDSA_WITH_SHA256 = sequence(oid("2a8648ce3d040302"));

interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

interface Contents {
  readonly subject: string;
  readonly issuer: string;
  readonly from: Date;
  readonly to: Date;
  readonly subjectKeys: KeyPair;
  readonly issuerKey: KeyObject;
  readonly extension: Buffer;
}

let serial = 1;

function build(contents: Contents): Certificate {
  serial += 1;
  const signed = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    tlv(0x02, Buffer.from([serial])),
    ECDSA_WITH_SHA256,
    distinguishedName(contents.issuer),
    sequence(time(contents.from), time(contents.to)),
    distinguishedName(contents.subject),
    contents.subjectKeys.publicKey.export({ type: "spki", format: "der" }),
    tlv(0xa3, sequence(contents.extension)),
  );
  const signature = sign("sha256", signed, contents.issuerKey);
  const der = sequence(signed, ECDSA_WITH_SHA256, tlv(0x03, Buffer.from([0]), signature));
  return {
    key: String(contents.subjectKeys.privateKey.export({ type: "pkcs8", format: "pem" })),
    cert: `-----BEGIN CERTIFICATE-----\n${der.toString("base64")}\n-----END CERTIFICATE-----\n`,
  };
}

function keyPair(): KeyPair {
  return generateKeyPairSync("ec", { namedCurve: "P-256" });
}

function distinguishedName(commonName: string): Buffer {
  return sequence(tlv(0x31, sequence(OID_COMMON_NAME, tlv(0x0c, Buffer.from(commonName)))));
}

/** UTCTime: `YYMMDDHHMMSSZ` (RFC 5280 §4.1.2.5.1). */
function time(date: Date): Buffer {
  const digits = date.toISOString().replaceAll(/[-:T]/gu, "").slice(2, 14);
  return tlv(0x17, Buffer.from(`${digits}Z`));
}

function oid(hex: string): Buffer {
  return tlv(0x06, Buffer.from(hex, "hex"));
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tlv(0x30, ...parts);
}

function tlv(tag: number, ...parts: readonly Buffer[]): Buffer {
  const value = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, ...lengthOctets(value.length)]), value]);
}

function lengthOctets(length: number): readonly number[] {
  if (length < 0x80) return [length];
  if (length < 0x100) return [0x81, length];
  return [0x82, length >> 8, length & 0xff];
}
