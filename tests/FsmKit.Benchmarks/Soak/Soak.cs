using System.Diagnostics;

namespace FsmKit.Benchmarks;

/// <summary>
/// A server in this process and clients in another, so that each side has its own descriptors. Prints the memory and descriptors that stay.
/// </summary>
internal static class Soak
{
    /// <summary>Many connections at once, and many one after the other.</summary>
    /// <param name="open">Number of connections that are open at the same time.</param>
    /// <param name="churn">Number of connections that come and go.</param>
    public static int Run(int open, int churn)
    {
        using var host = new SoakHost();
        SoakHost.PrintHeader();
        return Follow(["soak-clients", $"{host.Port}", $"{open}", $"{churn}"], stage =>
        {
            // Closed connections are on their way through the loop.
            if (!stage.StartsWith("open", StringComparison.Ordinal))
            {
                host.Await(static server => server.NGsocks == 0);
            }

            host.Print(stage);
        });
    }

    /// <summary>Runs a server that sends to many connections, of which a tenth never reads: only these must be dropped.</summary>
    /// <param name="connections">Number of connections.</param>
    public static int RunReaders(int connections)
    {
        using var host = new SoakHost();
        SoakHost.PrintHeader();
        var silent = SoakReaders.Silent(connections);
        var failed = Follow(["soak-reader-clients", $"{host.Port}", $"{connections}"], stage =>
        {
            switch (stage)
            {
                case SoakReaders.NextRound:
                    host.OnLoop(static server => server.SendToAll(SoakReaders.Round));
                    return;
                case SoakReaders.Closed:
                    host.Await(static server => server.NGsocks == 0);
                    break;
            }

            host.Print(stage);
        });
        var (dropped, lost) = host.OnLoop(static server => (server.Dropped, server.Lost));
        Console.WriteLine($"dropped for not reading: {dropped} of {silent}; lost otherwise: {lost}");
        return failed != 0 || dropped != silent || lost != 0 ? 1 : 0;
    }

    /// <summary>Subscribers that throw when a connection opens, brings data and ends, waves of connections: nothing is left after each, and each exception is one line in the log.</summary>
    /// <param name="connections">Number of connections that are open at the same time, half of them to an HTTP server.</param>
    public static int RunFaults(int connections)
    {
        using var host = new SoakFaultHost();
        var isClean = true;
        SoakFaultHost.PrintHeader();
        var failed = Follow(["soak-fault-clients", .. host.Ports.Split(' '), $"{connections}"], stage =>
        {
            if (stage.StartsWith("open", StringComparison.Ordinal))
            {
                host.Print(stage);
                return;
            }

            host.AwaitNone();
            isClean &= host.Print(stage);
        });
        return failed != 0 || !isClean ? 1 : 0;
    }

    /// <summary>Starts the clients, answers each stage that they report, and returns their exit code.</summary>
    private static int Follow(string[] arguments, Action<string> onStage)
    {
        using var clients = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        while (clients.StandardOutput.ReadLine() is { } stage)
        {
            onStage(stage);
            clients.StandardInput.WriteLine();
        }

        clients.WaitForExit();
        return clients.ExitCode;
    }
}
