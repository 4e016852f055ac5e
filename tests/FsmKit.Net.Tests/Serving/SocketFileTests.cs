using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Checks that a server removes its own file of a socket, and no other.</summary>
public sealed class SocketFileTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("fsmkit-").FullName;

    private string FilePath => Path.Combine(_directory, "socket");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory, EveryReactor(InMemory = false)]
    public void The_file_of_a_successor_stays(ReactorKind kind)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix sockets.");
        using var net = new Net(kind);
        var (_, server) = net.Listen(server => server.Host = $"unix:{FilePath}");
        File.Delete(FilePath);
        var (talker, _) = net.Listen(server => server.Host = $"unix:{FilePath}", "successor");
        server.Destroy();

        net.Peer(new UnixDomainSocketEndPoint(FilePath));
        net.Until(() => talker.Gsocks.Count == 1);
    }

    [Theory, EveryReactor(InMemory = false)]
    public void A_file_that_was_renamed_is_not_looked_for_and_what_took_its_place_stays(ReactorKind kind)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix sockets.");
        using var net = new Net(kind);
        var (_, server) = net.Listen(server => server.Host = $"unix:{FilePath}");
        File.Move(FilePath, FilePath + "2");
        File.WriteAllText(FilePath, "not a socket");
        server.Destroy();

        Assert.Equal("not a socket", File.ReadAllText(FilePath));
        Assert.True(File.Exists(FilePath + "2"));
    }

    [Theory, EveryReactor(InMemory = false)]
    public void The_file_of_an_adopted_socket_stays(ReactorKind kind)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix sockets.");
        using var net = new Net(kind);
        var (talker, server) = net.Listen(static server => server.AutoListen = false);
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(FilePath));
        socket.Listen();
        server.AdoptSocket(socket);

        net.Peer(new UnixDomainSocketEndPoint(FilePath));
        net.Until(() => talker.Gsocks.Count == 1);
        server.Destroy();
        Assert.True(File.Exists(FilePath));
    }

    [Theory, EveryReactor(InMemory = false)]
    public void The_own_file_goes(ReactorKind kind)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix sockets.");
        using var net = new Net(kind);
        var (_, server) = net.Listen(server => server.Host = $"unix:{FilePath}");
        Assert.True(File.Exists(FilePath));
        server.Destroy();
        Assert.False(File.Exists(FilePath));
    }
}
