using Consumer;
using FsmKit;

// An echo server, a client of it and a web server, in one loop.
using var app = new GAplic("app");
var server = app.Create<EchoServer>("echo");
var client = app.Create<Client>("client", client => client.Port = server.Port);
while (client.Answer.Length == 0)
{
    app.RunOnce(TimeSpan.FromSeconds(1));
}

Console.WriteLine($"the server echoed: {client.Answer}");

var greeter = app.Create<Greeter>("greeter");
using var http = new HttpClient();
var page = http.GetStringAsync($"http://127.0.0.1:{greeter.Port}/");
_ = page.ContinueWith(_ => app.Stop(), TaskScheduler.Default);
app.Run();
Console.WriteLine($"the page says: {await page}");
Console.WriteLine($"explored: {FsmKit.Testing.Example.BoxOffice.Explore().Schedules} schedules");
