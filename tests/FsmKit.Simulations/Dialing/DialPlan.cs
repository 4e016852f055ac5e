using System.Net;
using System.Net.Sockets;
using FsmKit.Net;

namespace FsmKit.Simulations.Dialing;

/// <summary>Addresses of a name, their listeners, and so the result of connecting.</summary>
internal sealed class DialPlan
{
    /// <summary>The ports that are tried, in this order.</summary>
    public static readonly int[] Ports = [7001, 7002];

    private readonly int _answer;

    /// <summary>Makes a plan of the schedule's choice.</summary>
    public DialPlan(World world)
    {
        _answer = world.Choose(8);
        Addresses = [.. Enumerable.Range(1, world.Choose(3) + 1).Select(static i => IPAddress.Parse($"10.0.0.{i}"))];
        Silent = [.. Addresses.Where(_ => world.Choose(3) == 2)];
        Listening = [.. Ports.SelectMany(port => Addresses.Select(address => new IPEndPoint(address, port))).Where(_ => world.Choose(3) == 2)];
    }

    /// <summary>Addresses of the name.</summary>
    public IPAddress[] Addresses { get; }

    /// <summary>The addresses that answer nothing.</summary>
    public IReadOnlyList<IPAddress> Silent { get; }

    /// <summary>Endpoints of listeners.</summary>
    public IReadOnlyList<IPEndPoint> Listening { get; }

    /// <summary>Port of the connection; null when there is none.</summary>
    public int? Port => _answer < 3 ? null : Listening.Where(one => !Silent.Contains(one.Address)).Select(static one => (int?)one.Port).Min();

    /// <summary>Reason without a connection.</summary>
    public DisconnectReason Reason => _answer switch
    {
        0 or 1 => DisconnectReason.ResolveFailed,
        2 => DisconnectReason.ConnectTimedOut,
        _ => Silent.Count > 0 ? DisconnectReason.ConnectTimedOut : DisconnectReason.ConnectFailed,
    };

    /// <summary>Looks the name up: it fails, has no address, is never answered, or has these.</summary>
    public Task<IPAddress[]> Resolve() => _answer switch
    {
        0 => Task.FromException<IPAddress[]>(new SocketException((int)SocketError.HostNotFound)),
        1 => Task.FromResult<IPAddress[]>([]),
        2 => new TaskCompletionSource<IPAddress[]>().Task,
        _ => Task.FromResult(Addresses),
    };
}
