using FsmKit;
using MyApp;

using var app = new GAplic();
var turnstile = app.Create<Turnstile>("front");
Console.WriteLine($"push: {turnstile.Send(new EvPush())}");
Console.WriteLine($"coin: {turnstile.Send(new EvCoin())}, and the turnstile is {turnstile.StateName}");
Console.WriteLine($"push: {turnstile.Send(new EvPush())}, and the turnstile is {turnstile.StateName}");
