using System.Diagnostics;
using System.Globalization;

namespace FsmKit.Benchmarks;

/// <summary>
/// Requests of random sizes, chunkings, pauses and half-closes, answered on the loop and in the pool, with and without TLS; every byte is compared.
/// Beside it, threads keep the processors busy.
/// </summary>
internal static class Storm
{
    private const int Connections = 64;

    /// <summary>Runs it; 0 when nothing differed and nothing was logged.</summary>
    /// <param name="requests">Number of requests.</param>
    /// <param name="busy">Number of threads that only keep a processor busy.</param>
    /// <param name="seconds">After so many seconds no new connection is made.</param>
    public static int Run(int requests, int busy, int seconds)
    {
        var isOver = false;
        var spinners = Enumerable.Range(0, busy).Select(_ => new Thread(Spin) { IsBackground = true }).ToList();
        spinners.ForEach(static thread => thread.Start());
        using var server = new StormServer();
        var (made, number, clock) = (0, 0, Stopwatch.StartNew());
        var differences = new List<string>();
        Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(Work))).GetAwaiter().GetResult();
        Volatile.Write(ref isOver, true);
        spinners.ForEach(static thread => thread.Join());
        var faults = server.Faults;
        differences.Take(10).Concat(faults.Take(10)).ToList().ForEach(Console.WriteLine);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{made} requests on {number} connections in {clock.Elapsed.TotalSeconds:f1} s beside {busy} busy threads: "
            + $"{differences.Count} differences, {faults.Count} faults in the log"));
        return differences.Count + faults.Count > 0 || made < requests ? 1 : 0;

        async Task Work()
        {
            while (Volatile.Read(ref made) < requests && clock.Elapsed.TotalSeconds < seconds)
            {
                var seed = Interlocked.Increment(ref number);
                try
                {
                    Interlocked.Add(ref made, await new StormClient(seed, server.Ports[seed % server.Ports.Count]).Run());
                }
                catch (Exception x)
                {
                    lock (differences)
                    {
                        differences.Add($"connection {seed}: {x.GetType().Name}: {x.Message}");
                    }
                }
            }
        }

        void Spin()
        {
            while (!Volatile.Read(ref isOver))
            {
            }
        }
    }
}
