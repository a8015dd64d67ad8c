"""A time-stamp server on this machine: `openssl ts -reply` behind HTTP, in the folder of its authority.

    tsa.py FOLDER PORT_FILE

The folder holds `config` for openssl, and `signer.pem` and `signer.key`, which are read for each request anew.
"""

import http.server
import pathlib
import subprocess
import sys
import tempfile

folder, port_file = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])


class Answer(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        if self.path != "/tsr" or self.headers["Content-Type"] != "application/timestamp-query":
            self.send_error(404)
            return
        query = self.rfile.read(int(self.headers["Content-Length"]))
        with tempfile.TemporaryDirectory() as work:
            asked, answered = pathlib.Path(work, "q"), pathlib.Path(work, "r")
            asked.write_bytes(query)
            command = ["openssl", "ts", "-reply", "-config", "config", "-queryfile", asked, "-signer", "signer.pem"]
            subprocess.run(
                [*command, "-inkey", "signer.key", "-out", answered], cwd=folder, check=True, capture_output=True
            )
            reply = answered.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", "application/timestamp-reply")
        self.send_header("Content-Length", str(len(reply)))
        self.end_headers()
        self.wfile.write(reply)

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
port_file.write_text(str(server.server_address[1]))
server.serve_forever()
