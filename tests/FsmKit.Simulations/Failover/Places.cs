using System.Net;
using System.Net.Sockets;
using FsmKit.Net;
using FsmKit.Simulations.Listening;

namespace FsmKit.Simulations.Failover;

/// <summary>Destinations of a connex by their names. Some cannot be connected to at first; all can in the end.</summary>
internal sealed class Places
{
    private const int Port = 7007;

    /// <summary>Time after which a late answer of the name service comes.</summary>
    private static readonly TimeSpan Lateness = TimeSpan.FromMilliseconds(700);

    private readonly World _world;
    private readonly PlaceKind[] _kinds;

    /// <summary>Makes places of the schedule's choice.</summary>
    public Places(World world)
    {
        _world = world;
        _kinds = [.. Enumerable.Range(0, 1 + world.Choose(3)).Select(_ => (PlaceKind)world.Choose(6))];
    }

    /// <summary>Number of the places.</summary>
    public int Count => _kinds.Length;

    /// <summary>The destinations, in the order in which they are tried.</summary>
    public HostPort[] Destinations => [.. Enumerable.Range(0, Count).Select(static at => new HostPort($"place{at}", Port))];

    /// <summary>Opens the places at which a server listens, and silences others.</summary>
    public void Open(GServerSock server)
    {
        for (var at = 0; at < Count; at++)
        {
            if (_kinds[at] == PlaceKind.Listening)
            {
                server.AddEndpoint(EndPointOf(at));
            }

            _world.Network.SetBlackHole(EndPointOf(at).Address, _kinds[at] == PlaceKind.Silent);
        }
    }

    /// <summary>Lets a server listen at each place from now on.</summary>
    public void OpenAll(GServerSock server)
    {
        for (var at = 0; at < Count; at++)
        {
            _world.Network.SetBlackHole(EndPointOf(at).Address, isSilent: false);
            if (_kinds[at] != PlaceKind.Listening)
            {
                _kinds[at] = PlaceKind.Listening;
                server.AddEndpoint(EndPointOf(at));
            }
        }
    }

    /// <summary>Finds the number of a place.</summary>
    public static int Find(string host) => host[^1] - '0';

    /// <summary>Tells whether an attempt at a place gets no answer in time.</summary>
    public bool IsMute(int at) => _kinds[at] is PlaceKind.Silent or PlaceKind.Late or PlaceKind.FailsLate;

    /// <summary>Looks a name up.</summary>
    public Task<IPAddress[]> Resolve(string host)
    {
        var at = Find(host);
        return _kinds[at] switch
        {
            PlaceKind.Unknown => Task.FromException<IPAddress[]>(NotFound()),
            PlaceKind.Late => AnswerLate(answer => answer.SetResult([EndPointOf(at).Address])),
            PlaceKind.FailsLate => AnswerLate(static answer => answer.SetException(NotFound())),
            _ => Task.FromResult<IPAddress[]>([EndPointOf(at).Address]),
        };
    }

    private static SocketException NotFound() => new((int)SocketError.HostNotFound);

    private static IPEndPoint EndPointOf(int at) => new(new IPAddress([10, 0, 0, (byte)(at + 1)]), Port);

    private Task<IPAddress[]> AnswerLate(Action<TaskCompletionSource<IPAddress[]>> give)
    {
        var answer = new TaskCompletionSource<IPAddress[]>();
        _world.After(Lateness, () => Outside.Run(() => give(answer)));
        return answer.Task;
    }
}
