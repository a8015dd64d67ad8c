//! Clusters, CoinJoins and change, on the exercise chain, whose truth is known, and on chains made for one question.

use std::collections::{BTreeMap, BTreeSet};

use comity_chain::Network;
use comity_chain::change::ChangeRule;
use comity_chain::cluster::Layer;
use comity_chain::coinjoin::CoinJoinProtocol;
use comity_chain::hash::Txid;
use comity_chain::paths::PathLimits;
use comity_chain::score::{Truth, TruthError};
use comity_chain::script::ScriptKey;
use comity_chain::tags::{TagPack, TagSet};
use comity_record::Coded as _;

use crate::support::{exercise, ingest, repository, test_data};

const NET: Network = Network::Regtest;

fn truth() -> Truth {
    Truth::from_json(&std::fs::read(repository("packs/exercises/chain/truth.json")).unwrap()).unwrap()
}

fn key(address: &str) -> ScriptKey {
    ScriptKey::parse(address, NET).unwrap()
}

fn only(layer: Layer) -> BTreeSet<Layer> {
    BTreeSet::from([Layer::MultiInput, layer])
}

#[test]
fn the_first_layer_joins_no_two_owners_and_every_coinjoin_is_told() {
    let ledger = exercise();
    let truth = truth();
    let score = ledger.at(None).unwrap().score(&truth).unwrap();
    let joins = score.coinjoins;
    assert_eq!((joins.actual, joins.said, joins.right), (24, 24, 24));
    assert!(score.false_coinjoins.is_empty() && score.missed_coinjoins.is_empty());
    assert!(score.whole && score.unlabelled == 0);
    // Of the last peel nothing but a tag says which output was carried on.
    assert_eq!((score.peels.actual, score.peels.said, score.peels.right), (90, 89, 89));
    let first = score.clusters["multi-input"];
    assert_eq!(first.precision_ppm, Some(1_000_000));
    assert!(first.said > 9_000 && first.recall_ppm.unwrap() > 20_000, "{first:?}");
    let one_time = score.change["change-one-time"];
    assert!(one_time.said > 100 && one_time.precision_ppm.unwrap() > 800_000, "{one_time:?}");
    // Every join of the chain is of JoinMarket's shape: equal outputs and a change for each.
    let view = ledger.at(None).unwrap();
    let told = view.coinjoins();
    assert_eq!(told.len(), 24);
    assert!(told.iter().all(|(_, join)| join.protocol == CoinJoinProtocol::JoinMarket));
    assert!(told.iter().all(|(_, join)| join.denomination_sat == 5_000_000 && join.confidence >= 70));
}

#[test]
fn which_transaction_joined_two_addresses_is_told_and_each_step_is_a_transaction_of_both() {
    let ledger = exercise();
    let view = ledger.at(None).unwrap();
    let truth = truth();
    let exchange = truth.owners.iter().find(|owner| owner.name == "exchange-x").unwrap();
    let clustering = view.clustering();
    let paid: Vec<_> =
        exchange.addresses.iter().filter(|address| view.find_script(&key(address)).is_some()).collect();
    let (mut joined, mut longest) = (0, 0);
    for other in &paid[1..] {
        let Some(found) = clustering.joined(&key(paid[0]), &key(other)) else { continue };
        joined += 1;
        longest = longest.max(found.proof.len());
        assert_eq!((&found.proof[0].address, &found.proof.last().unwrap().other), (paid[0], *other));
        for pair in found.proof.windows(2) {
            assert_eq!(pair[0].other, pair[1].address);
        }
        for step in &found.proof {
            let tx = &view.transactions(&step.txid)[0];
            let spends =
                |address: &String| tx.inputs.iter().any(|input| input.address.as_ref() == Some(address));
            assert!(spends(&step.address) && spends(&step.other), "{step:?}");
        }
        // One block earlier they were not joined, and at that block they were.
        let at = |height| {
            let view = ledger.at(Some(height)).unwrap();
            view.clustering().joined(&key(paid[0]), &key(other)).map(|found| found.by)
        };
        assert_eq!(at(found.by.height - 1), None);
        assert_eq!(at(found.by.height), Some(found.by));
    }
    assert!(joined > 50 && longest > 2, "{joined} of {}, {longest}", paid.len());
    let cluster = clustering.cluster(&key(paid[0]), &TagSet::new(NET), 10).unwrap();
    assert_eq!(cluster.addresses, joined + 1);
    assert_eq!(cluster.listed.len(), 10);
    let balance: u128 = paid
        .iter()
        .filter(|other| **other == paid[0] || clustering.joined(&key(paid[0]), &key(other)).is_some())
        .map(|address| view.address(&key(address), 0).unwrap().history.balance_sat)
        .sum();
    assert_eq!(cluster.history.balance_sat, balance);
    assert!(clustering.joined(&key(paid[0]), &key(paid[0])).is_none());
}

#[test]
fn layers_are_apart_until_somebody_asks_for_them_together() {
    let ledger = exercise();
    let view = ledger.at(None).unwrap();
    let none = (TagSet::new(NET), BTreeSet::new());
    let first = view.clustering();
    let same = view.layered(&BTreeSet::from([Layer::MultiInput]), &none.0, &none.1, None);
    assert!(first.assignments().eq(same.assignments()));
    for rule in ChangeRule::ALL {
        let more = view.layered(&only(Layer::Change(rule)), &none.0, &none.1, None);
        assert!(more.totals().clusters < first.totals().clusters, "{rule:?}");
        let alone = view.layered(&BTreeSet::from([Layer::Change(rule)]), &none.0, &none.1, None);
        // What is one owner's by either is one owner's by both.
        for (script, oldest) in first.assignments().chain(alone.assignments()) {
            assert!(more.is_one_owner(script, oldest));
        }
        for (_, joint) in alone.assignments().filter(|(script, oldest)| script != oldest).take(20).map(
            |(script, oldest)| {
                let found = alone.joined(&view.script_key(script), &view.script_key(oldest)).unwrap();
                (script, found.by)
            },
        ) {
            assert_eq!(joint.layer, Layer::Change(rule));
        }
    }
    assert_eq!("change-one-time".parse::<Layer>().unwrap(), Layer::Change(ChangeRule::OneTime));
    assert_eq!("change".parse::<Layer>().unwrap_err().code(), "chain-layer-unknown");
}

#[test]
fn what_would_join_two_actors_is_held_until_a_person_decides() {
    let ledger = exercise();
    let view = ledger.at(None).unwrap();
    // Two addresses that one transaction shows together, tagged as two actors'.
    let tx = (0..=860)
        .flat_map(|height| view.block_transactions(height))
        .find(|tx| {
            view.inputs(*tx).len() == 2 && {
                let of = |input| match view.prevout(input) {
                    comity_chain::ledger::Prevout::Known(output) => Some(view.script_of(output)),
                    _ => None,
                };
                let scripts: BTreeSet<_> = view.inputs(*tx).map(of).collect();
                scripts.len() == 2 && !scripts.contains(&None)
            }
        })
        .unwrap();
    let shown = &view.transactions(&view.txid(tx))[0];
    let [a, b] = [0, 1].map(|input: usize| shown.inputs[input].address.clone().unwrap());
    let pack = format!(
        "title: t\ncreator: c\ncurrency: BTC\nconfidence: ownership\nsource: s\nlastmod: 2026-01-01\ntags:\n\
         - address: {a}\n  label: a\n  actor: alpha\n- address: {b}\n  label: b\n  actor: beta\n"
    );
    let mut tags = TagSet::new(NET);
    assert_eq!(tags.add(&TagPack::parse(pack.as_bytes()).unwrap()).taken, 2);
    let first = BTreeSet::from([Layer::MultiInput]);
    let held = view.layered(&first, &tags, &BTreeSet::new(), None);
    assert!(held.joined(&key(&a), &key(&b)).is_none());
    let union = held.held().iter().find(|union| union.joint.txid == shown.txid).unwrap();
    assert_eq!((&union.joint.address, &union.joint.other), (&a, &b));
    assert_eq!((union.actors.len(), union.other_actors.len()), (1, 1));
    let cluster = held.cluster(&key(&a), &tags, 5).unwrap();
    assert_eq!(cluster.actors, BTreeSet::from(["alpha".to_owned()]));
    assert!(cluster.held.contains(union));
    // Whoever asks of another cluster has nothing recomputed, and is told the same of it.
    let other = (0..4000).map(comity_chain::ledger::ScriptNo).find(|script| {
        !held.held().iter().any(|held| {
            [&held.joint.address, &held.joint.other].contains(&&view.script_key(*script).text(NET))
        })
    });
    assert!(
        view.layered(&first, &tags, &BTreeSet::new(), other.as_ref().map(std::slice::from_ref))
            .held()
            .is_empty()
    );
    let script = view.find_script(&key(&a)).unwrap();
    assert_eq!(view.layered(&first, &tags, &BTreeSet::new(), Some(&[script])).held(), held.held());
    // Lists with a label for all of their addresses name nobody.
    let mut lists = TagSet::new(NET);
    for (label, address) in [("sanctioned", &a), ("a scam", &b)] {
        let list = format!(
            "title: {label}\ncreator: c\ncurrency: BTC\nlabel: {label}\ntags:\n- address: {address}\n"
        );
        assert_eq!(lists.add(&TagPack::parse(list.as_bytes()).unwrap()).taken, 1);
    }
    assert!(view.layered(&first, &lists, &BTreeSet::new(), None).joined(&key(&a), &key(&b)).is_some());
    // A name in capitals and in small letters is one.
    let named = |one: &str, other: &str| {
        let pack = pack.replace("alpha", one).replace("beta", other);
        let mut tags = TagSet::new(NET);
        tags.add(&TagPack::parse(pack.as_bytes()).unwrap());
        view.layered(&first, &tags, &BTreeSet::new(), None).joined(&key(&a), &key(&b)).is_some()
    };
    assert!(named("Alice", "alice") && !named("Alice", "alicia"));
    // Once somebody has looked at all of them, it is as without tags.
    let decided: BTreeSet<Txid> = held.held().iter().map(|union| union.joint.txid).collect();
    let joined = view.layered(&first, &tags, &decided, None);
    assert!(joined.assignments().eq(view.clustering().assignments()));
}

#[test]
fn the_labelled_chain_of_the_test_data_is_told_as_well() {
    let Some(folder) = test_data("the_labelled_chain_of_the_test_data_is_told_as_well", "regtest") else {
        return;
    };
    let source = comity_chain::source::BlkFiles::folder(&folder, NET).unwrap();
    let (ledger, _) = ingest(&source);
    let truth = Truth::from_json(&std::fs::read(folder.join("truth.json")).unwrap()).unwrap();
    let score = ledger.at(None).unwrap().score(&truth).unwrap();
    assert_eq!(score.coinjoins.precision_ppm, Some(1_000_000));
    assert_eq!(score.coinjoins.recall_ppm, Some(1_000_000));
    assert_eq!(score.clusters["multi-input"].precision_ppm, Some(1_000_000));
}

#[test]
fn what_a_whole_truth_does_not_label_counts_against_whoever_calls_it_a_join_or_a_peel() {
    let ledger = exercise();
    let view = ledger.at(None).unwrap();
    let full = view.score(&truth()).unwrap();
    assert!(full.whole && full.unlabelled == 0 && full.unlabelled_coinjoins.is_empty());
    // A truth that forgets two joins, three peels and some payments.
    let mut truth = truth();
    let mut left = BTreeMap::from([("coinjoin", 2), ("peel", 3), ("payment", 40)]);
    let (mut forgotten, mut joins) = (0, vec![]);
    truth.transactions.retain(|tx| {
        let Some(left) = left.get_mut(tx.label.as_str()).filter(|left| **left > 0) else { return true };
        *left -= 1;
        forgotten += 1;
        joins.extend((tx.label == "coinjoin").then_some(tx.txid));
        false
    });
    let part = view.score(&truth).unwrap();
    assert!(!part.whole && part.unlabelled == forgotten);
    assert_eq!(part.unlabelled_coinjoins, joins);
    assert_eq!((part.coinjoins.actual, part.coinjoins.said, part.coinjoins.right), (22, 22, 22));
    assert_eq!((part.peels.actual, part.peels.said, part.peels.right), (87, 86, 86));
    assert!(part.change["change-one-time"].actual < full.change["change-one-time"].actual);

    let whole = view.score(&Truth { whole: Some(true), ..truth }).unwrap();
    assert!(whole.whole && whole.unlabelled == forgotten && whole.unlabelled_coinjoins.is_empty());
    assert_eq!(whole.false_coinjoins, joins);
    assert_eq!((whole.coinjoins.actual, whole.coinjoins.said, whole.coinjoins.right), (22, 24, 22));
    assert_eq!((whole.peels.actual, whole.peels.said, whole.peels.right), (87, 89, 86));
    // Of the payments the owners of their addresses say the same as the labels did; the joins are now none.
    let (of_full, of_whole) = (full.change["change-not-round"], whole.change["change-not-round"]);
    assert_eq!((of_whole.said, of_whole.right), (of_full.said, of_full.right));
}

#[test]
fn a_truth_of_another_chain_or_none_at_all_is_refused() {
    let ledger = exercise();
    let view = ledger.at(None).unwrap();
    let refused = |truth: &Truth| view.score(truth).unwrap_err();
    let truth = truth();
    let other = Truth { network: Network::Mainnet, ..truth.clone() };
    assert!(matches!(refused(&other), TruthError::OtherNetwork(Network::Mainnet)));
    let other = Truth { height: truth.height - 1, ..truth.clone() };
    assert!(matches!(refused(&other), TruthError::OtherChain { .. }));
    let before = ledger.at(Some(truth.height - 1)).unwrap();
    assert!(matches!(before.score(&truth), Err(TruthError::OtherChain { .. })));
    let mut other = truth.clone();
    other.owners[0].addresses.push("nobody".to_owned());
    assert!(matches!(refused(&other), TruthError::Address(_)));
    let mut other = truth.clone();
    other.transactions[0].outputs.pop();
    assert!(matches!(refused(&other), TruthError::Transaction(_)));
    assert_eq!(Truth::from_json(b"{}").unwrap_err().code(), "chain-truth-malformed");
}

#[test]
fn a_truth_that_contradicts_itself_is_refused_with_both_places() {
    let ledger = exercise();
    let view = ledger.at(None).unwrap();
    let refused = |change: &dyn Fn(&mut Truth)| {
        let mut truth = truth();
        change(&mut truth);
        let error = view.score(&truth).unwrap_err();
        let arg = |name| error.args().into_iter().find_map(|(key, value)| (key == name).then_some(value));
        (error.code(), arg("first").unwrap(), arg("second").unwrap())
    };
    let places = |first: usize, second: usize| (first.to_string(), second.to_string());
    let (owners, transactions) = (truth().owners.len(), truth().transactions.len());
    let (first, second) = places(2, owners + 1);
    let found = refused(&|truth| truth.owners.push(truth.owners[1].clone()));
    assert_eq!(found, ("chain-truth-owner-twice", first, second));
    let found = refused(&|truth| {
        let taken = truth.owners[0].addresses[0].clone();
        truth.owners[2].addresses.push(taken);
    });
    let (first, second) = places(1, 3);
    assert_eq!(found, ("chain-truth-address-twice", first.clone(), second.clone()));
    // Also where the same script is written in two forms, and where it was never paid.
    let key = format!("02{}", "5a".repeat(32));
    let by_hash = ScriptKey::parse(&key, Network::Regtest).unwrap().text(Network::Regtest);
    let found = refused(&|truth| {
        truth.owners[0].addresses.push(key.clone());
        truth.owners[2].addresses.push(by_hash.clone());
    });
    assert_eq!(found, ("chain-truth-address-twice", first, second));
    let (first, second) = places(1, transactions + 1);
    let found = refused(&|truth| truth.transactions.push(truth.transactions[0].clone()));
    assert_eq!(found, ("chain-truth-transaction-twice", first, second));
    // An address that is written twice for the same owner contradicts nothing.
    let mut repeated = truth();
    let address = repeated.owners[0].addresses[0].clone();
    repeated.owners[0].addresses.push(address);
    assert_eq!(view.score(&repeated).unwrap().clusters, view.score(&truth()).unwrap().clusters);
}

#[test]
fn a_way_leads_from_the_theft_to_each_deposit_and_through_no_coinjoin_unless_asked() {
    let ledger = exercise();
    let view = ledger.at(None).unwrap();
    let truth = truth();
    let addresses = |name: &str| -> Vec<ScriptKey> {
        let owner = truth.owners.iter().find(|owner| owner.name == name).unwrap();
        let keys = owner.addresses.iter().map(|address| key(address));
        keys.filter(|key| view.find_script(key).is_some()).collect()
    };
    let (thief, exchange) = (addresses("thief"), addresses("exchange-x"));
    let peels = truth.transactions.iter().filter(|tx| tx.label == "peel");
    let paid_x = peels.clone().filter(|tx| tx.outputs.iter().any(|output| output.owner == "exchange-x"));
    let found = view.paths(&thief, &exchange, &PathLimits { hops: 1, ..PathLimits::default() }).unwrap();
    // Every peel that paid the exchange spends what the thief held.
    let direct: BTreeSet<Txid> = found.paths.iter().map(|path| path[0].txid).collect();
    assert_eq!(direct, paid_x.map(|tx| tx.txid).collect());
    assert!(found.paths.iter().all(|path| path.len() == 1));
    // From the victim it is longer, and each step spends what the one before paid.
    let victim = addresses("victim");
    let limits = PathLimits { hops: 200, paths: 1000, ..PathLimits::default() };
    let found = view.paths(&victim, &exchange, &limits).unwrap();
    assert!(found.paths.iter().map(Vec::len).is_sorted() && found.paths.len() > 20);
    for path in &found.paths {
        for pair in path.windows(2) {
            assert_eq!((pair[0].paid, &pair[0].to), (pair[1].spent, &pair[1].from));
        }
        assert!(path.iter().all(|step| step.coinjoin.is_none()));
        assert!(victim.contains(&key(&path[0].from)) && exchange.contains(&key(&path.last().unwrap().to)));
    }
    let through = view.paths(&victim, &exchange, &PathLimits { through_coinjoins: true, ..limits }).unwrap();
    assert!(through.transactions >= found.transactions);
    // A limit that ends the search is told.
    let short = view.paths(&victim, &exchange, &PathLimits { paths: 1, ..limits }).unwrap();
    assert!(short.cut_off && short.paths.len() == 1 && !found.cut_off);
    let nobody = ScriptKey::of_script(&[0x51]);
    assert_eq!(view.paths(&[nobody], &exchange, &limits).unwrap_err().code(), "chain-path-unknown-address");
}
