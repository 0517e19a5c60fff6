"""A model's container as SageMaker asks for it, GET /ping and POST /invocations, around no model at all: python3 model_server.py NAME

It takes any free port on 127.0.0.1 and writes it to its output.
"""
import http.server
import json
import sys


class ModelServer(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.answer(200 if self.path == "/ping" else 404, {})

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.answer(200 if self.path == "/invocations" else 404, {"model": sys.argv[1], "bytes": len(body)})

    def answer(self, status, message):
        content = json.dumps(message).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *arguments):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


with Server(("127.0.0.1", 0), ModelServer) as server:
    print(server.server_port, flush=True)
    server.serve_forever()
