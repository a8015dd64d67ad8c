//! The files of the log, as C2SP tlog-tiles names them, for everybody who watches it. They hold entry ids and hashes
//! and nothing else; no sign-in is asked for.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use comity_casework::DiskTiles;
use comity_disk::Disk;
use comity_journal::{Tile, TileStore};
use comity_store::Store;

use crate::error::NodeError;
use crate::routes::Node;

/// The log's folder in the node's folder.
const FOLDER: &str = "log";
/// Bytes of the largest tile: 256 entries of 32 bytes, with two bytes of length each in an entry bundle.
const MAX_TILE_BYTES: usize = 256 * 34;

pub(crate) async fn checkpoint<S: Store + 'static>(State(node): State<Arc<Node<S>>>) -> Response {
    let note = node.casework.log().note().to_string();
    ([(CONTENT_TYPE, "text/plain; charset=utf-8")], note).into_response()
}

pub(crate) async fn tile<S: Store + 'static>(
    State(node): State<Arc<Node<S>>>,
    Path(path): Path<String>,
) -> Result<Response, NodeError> {
    // Only what is spelled as a tile is looked for, so that no address leads to another file.
    let tile: Tile = path.parse().map_err(|_| NodeError::NotFound)?;
    let disk = node.config.disk.clone().ok_or(NodeError::NotFound)?;
    let bytes = tokio::task::spawn_blocking(move || read(disk, tile)).await.ok().flatten();
    let bytes = bytes.ok_or(NodeError::NotFound)?;
    Ok(([(CONTENT_TYPE, "application/octet-stream")], bytes).into_response())
}

fn read(disk: Arc<dyn Disk>, tile: Tile) -> Option<Vec<u8>> {
    match DiskTiles::new(disk, FOLDER).read(&tile.to_string(), MAX_TILE_BYTES) {
        Ok(bytes) => bytes,
        Err(error) => {
            tracing::error!(%tile, %error, "a tile could not be read");
            None
        }
    }
}
