using System.Diagnostics;
using static FsmKit.Http.HttpSide;

namespace FsmKit.Http;

/// <summary>The state machine of a connection: the steps that each side may take, and their results. It does not depend on the local role.</summary>
/// <remarks>
/// After h11's model and its two rules. First: every change of a connection's state goes through this table, and no other field stores the
/// state of a side. Second: the table alone decides the permitted steps; a step without a row is not taken. It is a table in code and not a
/// gclass, because it has no loop, no tree and no subscribers, and because one transition moves both sides. For steps of the peer, callers
/// ask <see cref="ServerMay"/> first and report a violation with <see cref="ClientFails"/> or <see cref="ServerFails"/>. A signal without a
/// row is a mistake of this library, and throws.
/// </remarks>
internal struct ConnectionStates
{
    private const HttpSide Nowhere = (HttpSide)byte.MaxValue;

    /// <summary>The state of the client.</summary>
    public HttpSide Client { get; private set; }

    /// <summary>The state of the server.</summary>
    public HttpSide Server { get; private set; }

    /// <summary>Whether the connection persists; false once either side has announced its end.</summary>
    public bool KeepAlive { get; private set; }

    /// <summary>Whether the request offers a switch (<c>Upgrade</c>, CONNECT) that is not answered yet.</summary>
    public bool OffersSwitch { get; private set; }

    /// <summary>The state of a new connection.</summary>
    public static ConnectionStates AtStart => new() { KeepAlive = true };

    /// <summary>Whether both messages are finished and the connection can take another request.</summary>
    public readonly bool CanStartNext => Client == Done && Server == Done;

    /// <summary>Whether nothing has happened since the start of the connection or of its next request.</summary>
    public readonly bool IsAtStart => Client == Idle && Server == Idle && KeepAlive && !OffersSwitch;

    /// <summary>Returns whether the client may take this step.</summary>
    public readonly bool ClientMay(HttpSignal signal) => ClientNext(signal) != Nowhere;

    /// <summary>Returns whether the server may take this step.</summary>
    public readonly bool ServerMay(HttpSignal signal) => ServerNext(signal) != Nowhere;

    /// <summary>Moves the client, and the server where that follows.</summary>
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

    /// <summary>Moves the server, and the client where that follows.</summary>
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

    /// <summary>Notes that the client has violated the protocol or ended too early.</summary>
    public void ClientFails()
    {
        (Client, KeepAlive) = (Error, false);
        Settle();
    }

    /// <summary>Notes that the server has violated the protocol or ended too early.</summary>
    public void ServerFails()
    {
        (Server, KeepAlive) = (Error, false);
        Settle();
    }

    /// <summary>Notes whether the beginning request offers another protocol.</summary>
    public void Offers(bool switches)
    {
        Debug.Assert(Client == Idle, "An offer is part of a request, and comes before its signal.");
        OffersSwitch = switches;
    }

    /// <summary>Resets both sides for the next request.</summary>
    public void StartNext() => (Client, Server, KeepAlive, OffersSwitch) = (Idle, Idle, true, false);

    /// <summary>Notes that these messages are the last ones of the connection.</summary>
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

        // A side in Error stays there when its stream ends.
        (Error, HttpSignal.Close) => Error,
        _ => Nowhere,
    };

    private readonly HttpSide ServerNext(HttpSignal signal) => (Server, signal) switch
    {
        (SendResponse, HttpSignal.Informational) => SendResponse,
        (SendResponse, HttpSignal.Response) => SendBody,
        (SendResponse, HttpSignal.Switch) when OffersSwitch && Client == MightSwitch => Switched,

        // A refusal of input that is no valid request, or that came too late (408).
        (Idle, HttpSignal.Response) => SendBody,
        (SendBody, HttpSignal.End) => Done,
        (Idle or Done or MustClose or Closed, HttpSignal.Close) => Closed,
        (Error, HttpSignal.Close) => Error,
        _ => Nowhere,
    };

    private readonly InvalidOperationException Mistake(string side, HttpSignal signal) =>
        new($"No {signal} of the {side} while the client is at {Client} and the server at {Server}.");

    // Moves a side as a consequence of the state of the other side.
    private void Settle()
    {
        // The usual case: nothing follows.
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
