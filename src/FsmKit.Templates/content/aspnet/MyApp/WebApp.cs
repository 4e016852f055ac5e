using FsmKit;
using FsmKit.Hosting;

namespace MyApp;

/// <summary>The application: its services and its endpoints.</summary>
public static class WebApp
{
    /// <summary>Builds the application. <c>--urls</c> says where it listens.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.WebHost.UseFsmKit();
        builder.Services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, WebJson.Default));
        builder.Services.AddFsmKit(static fsm => fsm.AddLoop("gates", static loop => loop.Create<Turnstile>("front")));
        builder.Services.AddHealthChecks().AddFsmKit();

        var app = builder.Build();
        app.MapGet("/", static () => "Hello, World!");
        app.MapGet("/gate", static (IFsmKitLoop loop) => loop.InvokeAsync(() => Condition.Of(loop.Root<Turnstile>())));
        app.MapPost("/coin", static (IFsmKitLoop loop) => SendAsync(loop, static gate => gate.Send(new EvCoin())));
        app.MapPost("/push", static (IFsmKitLoop loop) => SendAsync(loop, static gate => gate.Send(new EvPush())));
        app.MapHealthChecks("/health");
        return app;
    }

    /// <summary>Sends an event to the machine. What the machine refuses is a conflict.</summary>
    private static async Task<IResult> SendAsync(IFsmKitLoop loop, Func<Turnstile, Outcome> send)
    {
        var (outcome, condition) = await loop.InvokeAsync(() =>
        {
            var gate = loop.Root<Turnstile>();
            return (send(gate), Condition.Of(gate));
        });
        return outcome == Outcome.Refused ? Results.Conflict(condition) : Results.Ok(condition);
    }
}
