namespace FsmKit.Http.Tests;

/// <summary>All states that the table of a connection can lead to.</summary>
internal static class ConnectionExplorer
{
    private static readonly (string Name, Func<ConnectionStates, bool> May, Func<ConnectionStates, ConnectionStates> Move)[] Signals =
    [
        ("a request", static s => s.ClientMay(HttpSignal.Request), static s => Client(s, HttpSignal.Request)),
        ("a request with an offer", static s => s.ClientMay(HttpSignal.Request) && !s.OffersSwitch, static s => { s.Offers(true); return Client(s, HttpSignal.Request); }),
        ("the request ends", static s => s.ClientMay(HttpSignal.End), static s => Client(s, HttpSignal.End)),
        ("the client closes", static s => s.ClientMay(HttpSignal.Close), static s => Client(s, HttpSignal.Close)),
        ("an interim response", static s => s.ServerMay(HttpSignal.Informational), static s => Server(s, HttpSignal.Informational)),
        ("a response", static s => s.ServerMay(HttpSignal.Response), static s => Server(s, HttpSignal.Response)),
        ("a switch", static s => s.ServerMay(HttpSignal.Switch), static s => Server(s, HttpSignal.Switch)),
        ("the response ends", static s => s.ServerMay(HttpSignal.End), static s => Server(s, HttpSignal.End)),
        ("the server closes", static s => s.ServerMay(HttpSignal.Close), static s => Server(s, HttpSignal.Close)),
        ("one says that it is the last", static s => s.KeepAlive, static s => { s.Last(); return s; }),
        ("the next request", static s => s.CanStartNext, static s => { s.StartNext(); return s; }),
    ];

    /// <summary>Each combination, from the beginning, with its possible signals. A signal that changes nothing is left out.</summary>
    public static IReadOnlyList<(ConnectionStates States, IReadOnlyList<(string Signal, ConnectionStates Next)> Rows)> All { get; } = Explore();

    private static List<(ConnectionStates, IReadOnlyList<(string, ConnectionStates)>)> Explore()
    {
        var found = new List<(ConnectionStates States, IReadOnlyList<(string, ConnectionStates)> Rows)>();
        var open = new Queue<ConnectionStates>([ConnectionStates.AtStart]);
        var known = new HashSet<ConnectionStates> { ConnectionStates.AtStart };
        while (open.TryDequeue(out var states))
        {
            var rows = new List<(string, ConnectionStates)>();
            foreach (var (name, may, move) in Signals)
            {
                if (may(states) && move(states) is var next && !next.Equals(states))
                {
                    rows.Add((name, next));
                    if (known.Add(next))
                    {
                        open.Enqueue(next);
                    }
                }
            }

            found.Add((states, rows));
        }

        return found;
    }

    private static ConnectionStates Client(ConnectionStates states, HttpSignal signal)
    {
        states.ClientDoes(signal);
        return states;
    }

    private static ConnectionStates Server(ConnectionStates states, HttpSignal signal)
    {
        states.ServerDoes(signal);
        return states;
    }
}
