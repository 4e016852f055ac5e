using System.Diagnostics;
using static FsmKit.Http.HttpSide;

namespace FsmKit.Http;

/// <summary>The machine of a connection: what each side may do and where that leads. It does not know which of the sides we are.</summary>
/// <remarks>
/// After h11's model, and by its two rules. First: all that matters for the state of a connection goes through this table; nothing beside it remembers where a side is. Second: the table alone
/// decides what a side may do; what has no row does not happen. A table in code and not a gclass: it has no loop, no tree and no subscribers, and both sides move in one transition. What the
/// other side of the wire does is asked for with <see cref="ServerMay"/> first, and told with <see cref="ClientFails"/> or <see cref="ServerFails"/>; a signal without a row is our own mistake, and throws.
/// </remarks>
internal struct ConnectionStates
{
    private const HttpSide Nowhere = (HttpSide)byte.MaxValue;

    /// <summary>Where the client is.</summary>
    public HttpSide Client { get; private set; }

    /// <summary>Where the server is.</summary>
    public HttpSide Server { get; private set; }

    /// <summary>False once either side has said that this message is the last one.</summary>
    public bool KeepAlive { get; private set; }

    /// <summary>The request asks to switch (<c>Upgrade</c>, CONNECT), and the answer is still open.</summary>
    public bool OffersSwitch { get; private set; }

    /// <summary>A connection on which nothing has happened.</summary>
    public static ConnectionStates AtStart => new() { KeepAlive = true };

    /// <summary>Both messages are finished, and the connection is good for more.</summary>
    public readonly bool CanStartNext => Client == Done && Server == Done;

    /// <summary>Nothing has happened since the connection, or its next request, began.</summary>
    public readonly bool IsAtStart => Client == Idle && Server == Idle && KeepAlive && !OffersSwitch;

    /// <summary>Whether the client may.</summary>
    public readonly bool ClientMay(HttpSignal signal) => ClientNext(signal) != Nowhere;

    /// <summary>Whether the server may.</summary>
    public readonly bool ServerMay(HttpSignal signal) => ServerNext(signal) != Nowhere;

    /// <summary>Moves the client.</summary>
    /// <exception cref="InvalidOperationException">There is no such row.</exception>
    public void ClientDoes(HttpSignal signal)
    {
        var next = ClientNext(signal);
        if (next == Nowhere)
        {
            throw Mistake("client", signal);
        }

        Client = next;
        if (signal == HttpSignal.Request)
        {
            Server = SendResponse;
        }

        Settle();
    }

    /// <summary>Moves the server.</summary>
    /// <exception cref="InvalidOperationException">There is no such row.</exception>
    public void ServerDoes(HttpSignal signal)
    {
        var next = ServerNext(signal);
        if (next == Nowhere)
        {
            throw Mistake("server", signal);
        }

        Server = next;
        OffersSwitch &= signal is not HttpSignal.Response;
        Settle();
    }

    /// <summary>The client has broken the protocol, or ended too soon.</summary>
    public void ClientFails()
    {
        (Client, KeepAlive) = (Error, false);
        Settle();
    }

    /// <summary>The server has broken the protocol, or ended too soon.</summary>
    public void ServerFails()
    {
        (Server, KeepAlive) = (Error, false);
        Settle();
    }

    /// <summary>The request that begins offers another protocol, or does not.</summary>
    public void Offers(bool switches)
    {
        Debug.Assert(Client == Idle, "An offer is part of a request, and comes before its signal.");
        OffersSwitch = switches;
    }

    /// <summary>Goes on with the next request.</summary>
    public void StartNext() => (Client, Server, KeepAlive, OffersSwitch) = (Idle, Idle, true, false);

    /// <summary>One of the sides has said that these messages are the last.</summary>
    public void Last()
    {
        KeepAlive = false;
        Settle();
    }

    private readonly HttpSide ClientNext(HttpSignal signal) => (Client, signal) switch
    {
        (Idle, HttpSignal.Request) => SendBody,
        (SendBody, HttpSignal.End) => Done,
        (Idle or Done or MustClose or MightSwitch or Closed, HttpSignal.Close) => Closed,

        // It is known to be broken already: that it ends as well is no news.
        (Error, HttpSignal.Close) => Error,
        _ => Nowhere,
    };

    private readonly HttpSide ServerNext(HttpSignal signal) => (Server, signal) switch
    {
        (SendResponse, HttpSignal.Informational) => SendResponse,
        (SendResponse, HttpSignal.Response) => SendBody,
        (SendResponse, HttpSignal.Switch) when OffersSwitch && Client == MightSwitch => Switched,

        // A refusal of what could not be read as a request, or came too late (408).
        (Idle, HttpSignal.Response) => SendBody,
        (SendBody, HttpSignal.End) => Done,
        (Idle or Done or MustClose or Closed, HttpSignal.Close) => Closed,
        (Error, HttpSignal.Close) => Error,
        _ => Nowhere,
    };

    private readonly InvalidOperationException Mistake(string side, HttpSignal signal) =>
        new($"No {signal} of the {side} while the client is at {Client} and the server at {Server}.");

    // What follows for one side from where the other one is.
    private void Settle()
    {
        // As long as all goes well, nothing does.
        if (KeepAlive && !OffersSwitch && Client <= Done && Server <= Done)
        {
            return;
        }

        Client = (Client, Server) switch
        {
            (Done, _) when OffersSwitch && Server != Switched => MightSwitch,
            (MightSwitch, not Switched) when !OffersSwitch => Done,
            (Done or MightSwitch, Switched) => Switched,
            _ => Client,
        };
        if (Client is Closed or Error && Server is Idle or Done && !(Client is Error && Server is Idle))
        {
            Server = MustClose;
        }

        if (!KeepAlive)
        {
            Client = Client == Done ? MustClose : Client;
            Server = Server == Done ? MustClose : Server;
        }

        if (Server is Closed or Error && Client is Done or Idle)
        {
            Client = MustClose;
        }
    }
}
