using System.Text;
using Consumer;
using FsmKit;
using FsmKit.Net;

// An echo server and a client of it, in one loop.
using var app = new GAplic("app");
var server = app.Create<EchoServer>("echo");
var client = app.Create<Client>("client", client => client.Port = server.Port);
while (client.Answer.Length == 0)
{
    app.RunOnce(TimeSpan.FromSeconds(1));
}

Console.WriteLine($"the server echoed: {client.Answer}");
