//! A serving node answers on this machine, is locked until it has its passphrase, and ends in order.

use crate::bench::{Bench, errors, said};
use crate::served::Served;

#[test]
fn a_serving_node_answers_holds_its_folder_and_ends_when_told() {
    let bench = Bench::founded();
    let served = Served::start(&bench, &[]);
    let page = served.page("/");
    assert!(page.starts_with("HTTP/1.1 ") && page.contains("content-security-policy"), "{page}");
    let lock = std::fs::File::open(bench.path("office/node.lock")).unwrap();
    assert!(lock.try_lock().is_err(), "the folder is not held");
    served.end();
    lock.try_lock().unwrap();
    drop(lock);
    assert!(!bench.path("office/command.sock").exists());
    assert_eq!(bench.one("Amina", &["node", "verify"])["entries"], 2);
}

#[test]
fn an_address_beyond_this_machine_is_refused_before_a_passphrase_is_asked_for() {
    let bench = Bench::founded();
    let output = bench.run(&["node", "serve", "--listen", "0.0.0.0:0"]);
    assert!(!output.status.success() && errors(&output).contains("node-not-loopback"), "{}", errors(&output));
}

#[test]
fn a_door_that_somebody_else_has_ends_the_program_with_what_to_do() {
    let bench = Bench::founded();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let door = taken.local_addr().unwrap().to_string();
    let output = bench.run(&["node", "serve", "--listen", "127.0.0.1:0", "--door", &door]);
    let told = errors(&output);
    assert!(!output.status.success() && told.contains(&door), "{told}");
    assert_eq!(told.trim().lines().count(), 2, "no remedy: {told}");
    drop(taken);
    drop(Served::start_with(&mut bench.program(), &["--door", &door]));
}

#[test]
fn a_node_that_starts_locked_answers_nothing_until_it_is_unlocked() {
    let bench = Bench::founded();
    let served = Served::start_with(bench.program().env_remove("COMITY_NODE_PASSPHRASE_FILE"), &["--locked"]);
    for path in ["/", "/sign-in", "/cases", "/log/checkpoint"] {
        let page = served.page(path);
        assert!(page.starts_with("HTTP/1.1 503 ") && page.contains("node-locked"), "{page}");
        assert!(page.contains("content-security-policy") && page.contains("The node is locked"), "{page}");
    }
    assert!(served.page("/static/style.css").starts_with("HTTP/1.1 200"));
    for words in [&["node", "status"][..], &["office", "show"]] {
        let refused = bench.answer("Amina", words).unwrap_err();
        assert_eq!(refused["error"], "comity-node-locked");
    }
    let unlock = |file: &str| {
        let file = bench.path(file).display().to_string();
        bench.answer("Amina", &["node", "unlock", "--node-passphrase-file", &file])
    };
    assert_eq!(unlock("other").unwrap_err()["error"], "comity-node-passphrase-wrong");
    assert!(served.page("/sign-in").starts_with("HTTP/1.1 503"));
    assert_eq!(unlock("node").unwrap()[0]["unlocked"], true);
    assert!(served.page("/sign-in").starts_with("HTTP/1.1 200"));
    assert_eq!(unlock("other").unwrap()[0]["unlocked"], false, "nothing is asked any more");
    bench.one("Amina", &["case", "open", "Case"]);
    served.end();
    // Whoever ends it while it is locked waits for nothing.
    let mut locked = bench.program();
    let locked = Served::start_with(locked.env_remove("COMITY_NODE_PASSPHRASE_FILE"), &["--locked"]);
    locked.end();
    assert_eq!(bench.one("Amina", &["node", "verify"])["entries"], 3);
}

#[test]
fn what_goes_wrong_while_a_node_serves_is_noted_on_standard_error() {
    let bench = Bench::founded();
    let tile = bench.path("office/log/tile/0/000.p/2");
    let kept = bench.path("kept");
    for (level, noted) in [(None, true), (Some("error"), true), (Some("off"), false)] {
        let notes = bench.path("notes");
        let mut program = bench.program();
        program.envs(level.map(|level| ("COMITY_LOG", level)));
        let served = Served::start_with(program.stderr(std::fs::File::create(&notes).unwrap()), &[]);
        std::fs::rename(&tile, &kept).unwrap();
        std::fs::create_dir(&tile).unwrap();
        assert!(served.page("/log/tile/0/000.p/2").starts_with("HTTP/1.1 404"));
        served.end();
        std::fs::remove_dir(&tile).unwrap();
        std::fs::rename(&kept, &tile).unwrap();
        let notes = std::fs::read_to_string(&notes).unwrap();
        assert_eq!(notes.contains("a tile could not be read"), noted, "{level:?}: {notes}");
        assert!(notes.lines().all(|line| line.contains("comity_node")), "no library tells more: {notes}");
    }
}

#[test]
fn a_node_under_systemd_takes_its_passphrase_from_a_credential() {
    let bench = Bench::founded();
    std::fs::create_dir(bench.path("credentials")).unwrap();
    std::fs::copy(bench.path("node"), bench.path("credentials/node")).unwrap();
    let program = |folder: Option<&str>| {
        let mut program = bench.program();
        program.env_remove("COMITY_NODE_PASSPHRASE_FILE");
        program.envs(folder.map(|folder| ("CREDENTIALS_DIRECTORY", bench.path(folder))));
        program
    };
    let served =
        Served::start_with(&mut program(Some("credentials")), &["--node-passphrase-credential", "node"]);
    assert!(served.page("/sign-in").starts_with("HTTP/1.1 200"));
    served.end();
    for (folder, name, code) in [
        (None, "node", "comity-no-credentials"),
        (Some("credentials"), "absent", "adapters-passphrase-unreadable"),
        (Some("credentials"), "../node", "comity-credential-name"),
        (Some("credentials"), "", "comity-credential-name"),
    ] {
        let words = ["node", "serve", "--listen", "127.0.0.1:0", "--node-passphrase-credential", name];
        let output = program(folder).args(words).output().unwrap();
        assert!(
            !output.status.success() && errors(&output).contains(&format!("error[{code}]")),
            "{}",
            errors(&output)
        );
    }
    // Two places for one passphrase are a mistake, and so is one for a node that should start without.
    for words in
        [["--locked", "--node-passphrase-credential=node"], ["--locked", "--node-passphrase-file=node"]]
    {
        let output = program(Some("credentials")).args(["node", "serve"]).args(words).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{}{}", said(&output), errors(&output));
    }
}

/// Asks a page by TLS, as a browser that was told to trust this certificate and no other.
fn page_by_tls(address: &str, name: &str, trusted: &[u8]) -> std::io::Result<String> {
    use std::io::{Read as _, Write as _};
    let mut roots = rustls::RootCertStore::empty();
    roots.add(trusted.to_vec().into()).unwrap();
    let config =
        rustls::ClientConfig::builder_with_provider(rustls::crypto::aws_lc_rs::default_provider().into())
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(roots)
            .with_no_client_auth();
    let name = name.to_owned().try_into().unwrap();
    let session = rustls::ClientConnection::new(std::sync::Arc::new(config), name).unwrap();
    let mut stream = rustls::StreamOwned::new(session, std::net::TcpStream::connect(address)?);
    write!(stream, "GET /sign-in HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    let mut page = String::new();
    stream.read_to_string(&mut page)?;
    Ok(page)
}

/// The certificates that a node keeps.
fn kept(bench: &Bench) -> Vec<Vec<u8>> {
    let folder = std::fs::read_dir(bench.path("office/tls")).unwrap();
    folder.map(|file| std::fs::read(file.unwrap().path()).unwrap()).collect()
}

#[test]
fn a_node_makes_a_certificate_for_its_pages_once_and_shows_its_fingerprint() {
    let bench = Bench::founded();
    let words = ["--tls-self-signed", "--name", "127.0.0.1"];
    let served = Served::start(&bench, &words);
    let first = served.said["certificate_sha256"].clone();
    let [certificate] = &kept(&bench)[..] else { panic!("not one certificate") };
    assert_eq!(first, comity_record::Sha256Digest::of(certificate).to_string());
    assert!(served.said["url"].as_str().unwrap().starts_with("https://127.0.0.1:"));
    let page = page_by_tls(&served.host, "127.0.0.1", certificate).unwrap();
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("content-security-policy"), "{page}");
    assert!(!served.page("/sign-in").starts_with("HTTP"), "it answers in the clear");
    served.end();
    // After a start it is the same one, and for other names another.
    let again = Served::start(&bench, &words);
    assert_eq!(again.said["certificate_sha256"], first);
    again.end();
    let other = Served::start(&bench, &["--tls-self-signed", "--name", "node.example.org"]);
    assert_ne!(other.said["certificate_sha256"], first);
    assert!(other.said["url"].as_str().unwrap().starts_with("https://node.example.org:"));
    other.end();
    assert_eq!(kept(&bench).len(), 2);
    assert_eq!(bench.one("Amina", &["node", "verify"])["entries"], 2);
}

#[test]
fn a_certificate_that_somebody_put_in_the_place_of_the_nodes_own_is_not_served() {
    let bench = Bench::founded();
    Served::start(&bench, &["--tls-self-signed"]).end();
    let file = std::fs::read_dir(bench.path("office/tls")).unwrap().next().unwrap().unwrap().path();
    let certificate = std::fs::read(&file).unwrap();
    for wrong in [b"no certificate".to_vec(), certificate[..certificate.len() - 1].to_vec()] {
        std::fs::remove_file(&file).unwrap();
        std::io::Write::write_all(&mut std::fs::File::create(&file).unwrap(), &wrong).unwrap();
        let output = bench.run(&["node", "serve", "--listen", "127.0.0.1:0", "--tls-self-signed"]);
        assert!(errors(&output).contains("adapters-tls-no-certificate"), "{}", errors(&output));
    }
}

#[test]
fn pages_for_other_machines_take_tls_and_a_name() {
    let bench = Bench::founded();
    let everywhere = ["node", "serve", "--listen", "0.0.0.0:0"];
    let with = |more: &[&str]| bench.run(&[&everywhere[..], more].concat());
    let output = with(&["--tls-self-signed"]);
    assert!(errors(&output).contains("node-no-name"), "{}", errors(&output));
    let absent = bench.path("absent").display().to_string();
    let output = with(&["--tls-certificate", &absent, "--tls-key", &absent, "--name", "node.example.org"]);
    assert!(errors(&output).contains("adapters-tls-file"), "{}", errors(&output));
    for words in [
        &["--name", "node.example.org"][..],
        &["--tls-self-signed", "--name", "node.example.org:8470"],
        &["--tls-certificate", &absent],
        &["--tls-key", &absent],
        &["--tls-self-signed", "--tls-certificate", &absent, "--tls-key", &absent],
        &["--tls-self-signed", "--locked"],
    ] {
        assert_eq!(with(words).status.code(), Some(2), "{words:?}");
    }
    let words = ["--tls-self-signed", "--name", "127.0.0.1"];
    let served = Served::start_at("0.0.0.0:0", &mut bench.program(), &words);
    let page = page_by_tls(&served.host, "127.0.0.1", &kept(&bench)[0]).unwrap();
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    served.end();
}
