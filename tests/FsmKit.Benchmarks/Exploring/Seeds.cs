using System.Security.Cryptography;
using System.Text;
using FsmKit.Net;
using FsmKit.Testing;
using FsmKit.Testing.Tests.Systems.Commit;
using FsmKit.Testing.Tests.Systems.Lines;
using FsmKit.Testing.Tests.Systems.Raft;

namespace FsmKit.Benchmarks.Exploring;

/// <summary>Prints a digest of the traces of many seeds: two processes, and two machines, print the same.</summary>
internal static class Seeds
{
    private static readonly ExploreOptions Faulty = new()
    {
        Faults = new MemoryFaults { FragmentSends = true, FragmentReceives = true, MaxDelay = TimeSpan.FromMilliseconds(50), ShuffleReadiness = true, Resets = 0.02 },
        TimersRace = true,
    };

    public static void Print(int seeds)
    {
        var (systems, traces) = (new Action<World>[] { static world => CommitSystem.SetUp(world, clients: 2, sharesKey: false), static world => RaftSystem.SetUp(world, RaftMistake.None), Lines }, 0);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var seed = 1; seed <= seeds; seed++)
        {
            var trace = Simulation.Run((ulong)seed, systems[seed % systems.Length], Faulty);
            digest.AppendData(Encoding.UTF8.GetBytes(trace.ToString()));
            traces += trace.Steps.Count;
        }

        Console.WriteLine($"{seeds} seeds, {traces} events: {Convert.ToHexStringLower(digest.GetHashAndReset())}");
    }

    private static void Lines(World world)
    {
        world.Loop("server").Create<LineServer>("server");
        world.Loop("client").Create<LineClient>("client");
    }
}
