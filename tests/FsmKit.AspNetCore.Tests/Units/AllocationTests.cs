using System.Net;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FsmKit.AspNetCore.Tests;

/// <summary>Tests that run alone: threads of a busy runtime may allocate on the measured thread.</summary>
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
public class AllocationTestsAlone;

[Collection(nameof(AllocationTests))]
public class AllocationTests
{
    private const int Rounds = 10;
    private const int Round = 300;

    /// <summary>Measures the server alone. Memory of an application and of hosting comes on top.</summary>
    [Fact]
    public async Task On_the_loop_the_server_allocates_nothing_for_a_request()
    {
        var options = new FsmKitServerOptions { Handlers = ApplicationThread.Loop };
        options.Listen(new IPEndPoint(IPAddress.Loopback, 0));
        using var server = new FsmKitServer(Options.Create(options), NullLoggerFactory.Instance);
        var application = new HelloApplication(Rounds * Round);
        await server.StartAsync(application, TestContext.Current.CancellationToken);
        using var wire = await Wire.Connect(new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First()));
        for (var i = 0; i < Rounds * Round; i++)
        {
            await wire.Send("GET / HTTP/1.1\nHost: a\nUser-Agent: b\nAccept: */*\n\n");
            await wire.ReceiveUntil("Hello, World!");
        }

        // The best round: the runtime itself allocates once, when it compiles a method anew.
        var least = Enumerable.Range(0, Rounds).Min(round => application.Allocated[((round + 1) * Round) - 1] - application.Allocated[round * Round]);
        Assert.Equal(0, least);
        await server.StopAsync(TestContext.Current.CancellationToken);
    }
}
