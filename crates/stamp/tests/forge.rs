//! Tokens by hand: what OpenSSL does not make, and what nobody should.

use comity_record::Sha256Digest;
use ed25519_dalek::{Signer as _, SigningKey};
use rustls_pki_types::pem::PemObject as _;
use rustls_pki_types::{CertificateDer, PrivatePkcs8KeyDer};

/// An authority that the tests play.
#[derive(Clone, Copy)]
pub struct Authority {
    certificate: &'static [u8],
    key: &'static [u8],
}

/// Its certificate ends with 2035.
pub const FIRST: Authority =
    Authority { certificate: include_bytes!("data/ed25519.pem"), key: include_bytes!("data/ed25519.key") };
/// Its certificate ends with 2039.
pub const LATER: Authority =
    Authority { certificate: include_bytes!("data/later.pem"), key: include_bytes!("data/later.key") };

impl Authority {
    pub fn certificate(&self) -> Vec<u8> {
        CertificateDer::from_pem_slice(self.certificate).unwrap().to_vec()
    }

    fn key(&self) -> SigningKey {
        let key = PrivatePkcs8KeyDer::from_pem_slice(self.key).unwrap();
        // The seed stands at the end (RFC 8410, 7).
        SigningKey::from_bytes(key.secret_pkcs8_der().last_chunk().unwrap())
    }

    /// The identifier of the key in its certificate.
    fn key_id(&self) -> Vec<u8> {
        const SUBJECT_KEY: &[u8] = b"\x06\x03\x55\x1d\x0e\x04\x16\x04\x14";
        let bytes = self.certificate();
        let at = bytes.windows(SUBJECT_KEY.len()).position(|window| window == SUBJECT_KEY).unwrap();
        bytes[at + SUBJECT_KEY.len()..][..20].to_vec()
    }

    /// Answers a request of ours, as an authority does whose clock shows this time.
    pub fn answer(self, request: &[u8], time: &str) -> Vec<u8> {
        // Version, imprint, nonce, and that certificates are wanted.
        let (imprint, rest) = request[5..].split_at(2 + usize::from(request[6]));
        let nonce = &rest[..rest.len() - 3];
        Forged {
            by: self,
            names: self.certificate(),
            certificates: vec![self.certificate()],
            ..Forged::saying(content(imprint, time, nonce))
        }
        .reply()
    }
}

/// A value with its tag and length.
pub fn tagged(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = content.len();
    let head = match length {
        0..0x80 => vec![tag, u8::try_from(length).unwrap()],
        0x80..0x100 => vec![tag, 0x81, u8::try_from(length).unwrap()],
        0x100..0x1_0000 => [&[tag, 0x82], u16::try_from(length).unwrap().to_be_bytes().as_slice()].concat(),
        _ => [&[tag, 0x83], &u32::try_from(length).unwrap().to_be_bytes()[1..]].concat(),
    };
    [head, content.to_vec()].concat()
}

pub fn sequence(parts: &[&[u8]]) -> Vec<u8> {
    tagged(0x30, &parts.concat())
}

pub fn set(parts: &[&[u8]]) -> Vec<u8> {
    tagged(0x31, &parts.concat())
}

/// 1.2.840.113549.1.9.16.1.4
pub const TST_INFO: &[u8] = b"\x06\x0b\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x01\x04";
const SIGNED_DATA: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02";
const SHA256: &[u8] = b"\x30\x0b\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01";
const ED25519: &[u8] = b"\x30\x05\x06\x03\x2b\x65\x70";
pub const CONTENT_TYPE: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x09\x03";
const MESSAGE_DIGEST: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x09\x04";
const SIGNING_CERTIFICATE_V2: &[u8] = b"\x06\x0b\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x02\x2f";

/// What a forger may change.
pub struct Forged {
    /// Who signs.
    pub by: Authority,
    /// What the authority says.
    pub content: Vec<u8>,
    /// What the attribute says that the content is.
    pub content_type: Vec<u8>,
    /// What the digest in the attribute is of.
    pub digest_of: Vec<u8>,
    /// Which certificate the attribute names.
    pub names: Vec<u8>,
    /// More attributes.
    pub attributes: Vec<Vec<u8>>,
    /// The certificates with it.
    pub certificates: Vec<Vec<u8>>,
    /// How often the signer stands in it.
    pub signers: usize,
    /// The texts of the status.
    pub texts: usize,
}

/// What an authority says of the data of the tests, at a time, with more at the end.
pub fn said(time: &str, more: &[u8]) -> Vec<u8> {
    let digest = Sha256Digest::of(include_bytes!("data/data.txt"));
    content(&sequence(&[SHA256, &tagged(4, digest.as_bytes())]), time, more)
}

fn content(imprint: &[u8], time: &str, more: &[u8]) -> Vec<u8> {
    let policy = b"\x06\x03\x2a\x03\x04";
    sequence(&[&[2, 1, 1], policy, imprint, &[2, 1, 9], &tagged(0x18, time.as_bytes()), more])
}

impl Forged {
    /// A sound time-stamp of the data of the tests by Ed25519.
    pub fn sound() -> Self {
        let content = said("20261128000000Z", &[]);
        Self {
            by: FIRST,
            digest_of: content.clone(),
            content,
            content_type: TST_INFO.to_vec(),
            names: FIRST.certificate(),
            attributes: vec![],
            certificates: vec![FIRST.certificate()],
            signers: 1,
            texts: 0,
        }
    }

    /// One that says something else.
    pub fn saying(content: Vec<u8>) -> Self {
        Self { digest_of: content.clone(), content, ..Self::sound() }
    }

    /// The reply that holds it.
    pub fn reply(&self) -> Vec<u8> {
        let attribute = |id: &[u8], value: &[u8]| sequence(&[id, &set(&[value])]);
        let digest = |bytes: &[u8]| tagged(4, Sha256Digest::of(bytes).as_bytes());
        let named = sequence(&[&sequence(&[&sequence(&[&digest(&self.names)])])]);
        let mut attributes = [
            attribute(CONTENT_TYPE, &self.content_type),
            attribute(MESSAGE_DIGEST, &digest(&self.digest_of)),
            attribute(SIGNING_CERTIFICATE_V2, &named),
        ]
        .concat();
        attributes.extend(self.attributes.concat());
        let signature = self.by.key().sign(&tagged(0x31, &attributes)).to_bytes();
        let signer = sequence(&[
            &[2, 1, 3],
            &tagged(0x80, &self.by.key_id()),
            SHA256,
            &tagged(0xa0, &attributes),
            ED25519,
            &tagged(4, &signature),
        ]);
        let content = sequence(&[TST_INFO, &tagged(0xa0, &tagged(4, &self.content))]);
        let certificates = tagged(0xa0, &self.certificates.concat());
        let signers = set(&vec![signer.as_slice(); self.signers]);
        let data = sequence(&[&[2, 1, 3], &set(&[SHA256]), &content, &certificates, &signers]);
        let token = sequence(&[SIGNED_DATA, &tagged(0xa0, &data)]);
        let texts = sequence(&vec![b"\x0c\x02ok".as_slice(); self.texts]);
        let status = [vec![2, 1, 0], if self.texts == 0 { vec![] } else { texts }].concat();
        sequence(&[&sequence(&[&status]), &token])
    }
}
