// ASP.NET Core on FsmKit's server, with a machine behind the endpoints. Try it with `curl -X POST localhost:PORT/coin`.
using FsmKit;
using FsmKit.Hosting;
using WebSample;

var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseFsmKit().UseUrls($"http://127.0.0.1:{builder.Configuration["port"] ?? "8080"}");

// The first line of the output says where the program listens, so the log goes to the other stream.
builder.Logging.ClearProviders().AddConsole(static console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
builder.Services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, WebJson.Default));
builder.Services.AddFsmKit(static fsm => fsm.AddLoop("gates", static loop => loop.Create<Turnstile>("front")));
builder.Services.AddHealthChecks().AddFsmKit();

var app = builder.Build();
app.MapGet("/", static () => "Hello, World!");
app.MapGet("/gate", static (IFsmKitLoop loop) => loop.InvokeAsync(() => Condition.Of(loop.Root<Turnstile>())));
app.MapPost("/coin", static (IFsmKitLoop loop) => SendAsync(loop, static gate => gate.Send(new EvCoin())));
app.MapPost("/push", static (IFsmKitLoop loop) => SendAsync(loop, static gate => gate.Send(new EvPush())));
app.MapHealthChecks("/health");

await app.StartAsync();
Console.WriteLine($"listening on {new Uri(app.Urls.First()).Authority}");
await app.WaitForShutdownAsync();

// Answers 409 when the machine refuses the event.
static async Task<IResult> SendAsync(IFsmKitLoop loop, Func<Turnstile, Outcome> send)
{
    var (outcome, condition) = await loop.InvokeAsync(() =>
    {
        var gate = loop.Root<Turnstile>();
        return (send(gate), Condition.Of(gate));
    });
    return outcome == Outcome.Refused ? Results.Conflict(condition) : Results.Ok(condition);
}
