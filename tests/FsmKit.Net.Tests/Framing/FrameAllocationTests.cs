using System.Text;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Checks that a frame allocates nothing, whole or in parts.</summary>
[Collection(nameof(SteadyStateTests))]
public class FrameAllocationTests
{
    [Theory]
    [InlineData("one line\ntwo lines\nset\n12345678")]
    [InlineData("one li|ne\nset|\n123|45678two| lines\n")]
    public void Lines_and_blocks_allocate_nothing(string reads)
    {
        var parts = Array.ConvertAll(reads.Split('|'), Encoding.Latin1.GetBytes);
        using var net = new MemoryNet();
        var owner = net.App.Create<FrameOwner>("owner");
        var server = owner.Create<GServerSock>("server", static server =>
        {
            (server.Host, server.Framing) = ("127.0.0.1", Framing.Lines());
            server.Serve<FrameCounter>();
        });
        using var peer = net.Peer(server);
        net.Settle();
        var session = owner.Children.OfType<FrameCounter>().Single();

        Assert.Equal(0, Allocation.Of(() =>
        {
            for (var i = 0; i < 200; i++)
            {
                foreach (var part in parts)
                {
                    peer.Send(part);
                    while (net.App.RunOnce() || net.Reactor.IsReady)
                    {
                    }
                }
            }
        }));
        Assert.True(session.Lines > 400 && session.Blocks == session.Lines / 3, $"{session.Lines} lines, {session.Blocks} blocks");
    }
}

/// <summary>Counts lines, and blocks of eight bytes after the line "set".</summary>
[GClass]
[Input<EvFrame>]
public sealed partial class FrameCounter : GObj, ISession
{
    public GSock Gsock { get; set; } = null!;

    public int Lines { get; private set; }

    public int Blocks { get; private set; }

    private enum State : byte
    {
        [On<EvFrame>(nameof(AcSet), Next = Data, When = nameof(IsSet))]
        [On<EvFrame>(nameof(AcLine))]
        Commands,

        [On<EvFrame>(nameof(AcBlock), Next = Commands)]
        Data,
    }

    private static bool IsSet(in EvFrame e) => e.Data.SequenceEqual("set"u8);

    private void AcSet()
    {
        Lines++;
        Gsock.ExpectBlock(8);
    }

    private void AcLine() => Lines++;

    private void AcBlock(in EvFrame e) => Blocks += e.Data.Length == 8 ? 1 : 1000;
}
