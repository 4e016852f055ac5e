using System.Text;

namespace FsmKit.Http.Tests;

/// <summary>Pages of the two tables in code, made from the results of these tables.</summary>
internal static class HttpTablePages
{
    /// <summary>The page of a connection.</summary>
    public static string Connection()
    {
        var text = new StringBuilder($"""
            # HttpConnection

            Where the two sides of a connection are (RFC 9112 §9), whichever of them we are: [ConnectionStates.cs](../../src/FsmKit.Http/Protocol/Connection/ConnectionStates.cs). What is not listed does
            not happen: a mistake of our side throws, one of the other side ends the connection. This page lists each pair that can be reached, and where each signal leads from there.

            | Client, server | Keeps alive | Offers | Signal | Leads to |
            |---|---|---|---|---|

            """);
        foreach (var (states, rows) in ConnectionExplorer.All)
        {
            var from = $"| {states.Client}, {states.Server} | {(states.KeepAlive ? "yes" : "")} | {(states.OffersSwitch ? "yes" : "")} |";
            foreach (var (signal, next) in rows)
            {
                var what = (next.KeepAlive == states.KeepAlive ? "" : ", the last") + (next.OffersSwitch == states.OffersSwitch ? "" : next.OffersSwitch ? ", offers a switch" : ", the offer is answered");
                text.Append(from).Append(' ').Append(signal).Append(" | ").Append(next.Client).Append(", ").Append(next.Server).Append(what).Append(" |\n");
            }

            if (rows.Count == 0)
            {
                text.Append(from).Append(" (none) | |\n");
            }
        }

        return text.ToString();
    }

    /// <summary>The page of an exchange.</summary>
    public static string Exchange()
    {
        var text = new StringBuilder("""
            # HttpExchange

            The life of a request and its response in a channel: [ExchangeStates.cs](../../src/FsmKit.Http/Server/Exchanges/ExchangeStates.cs). One side is how far the request is, the other one what holds its
            objects besides the channel. What is not listed is a mistake of the library, and throws. This page lists each pair that the table leads to.

            """);
        Names<ExchangePhase>(text, "The request is");
        Names<ExchangeHolder>(text, "Its objects are held by");
        text.Append("""

            ## What follows from a pair

            | Request | Holder | Can serve another one | Open | In service | Counted | Readable | Over | Answered |
            |---|---|---|---|---|---|---|---|---|

            """);
        foreach (var (states, _) in ExchangeExplorer.All)
        {
            bool[] facts = [states.CanRecycle, states.IsOpen, states.IsInService, states.IsCounted, states.IsReadable, states.IsOver, states.IsAnswered];
            text.Append("| ").Append(states.Phase).Append(" | ").Append(states.Holder).Append(" | ").AppendJoin(" | ", facts.Select(static fact => fact ? "yes" : "")).Append(" |\n");
        }

        text.Append("""

            ## Table

            | Request | Holder | Signal | Request then | Holder then |
            |---|---|---|---|---|

            """);
        foreach (var (states, rows) in ExchangeExplorer.All)
        {
            foreach (var (signal, next) in rows)
            {
                text.Append("| ").AppendJoin(" | ", states.Phase, states.Holder, signal, next.Phase, next.Holder).Append(" |\n");
            }
        }

        return text.ToString();
    }

    private static void Names<T>(StringBuilder text, string title)
        where T : struct, Enum
        => text.Append("\n- ").Append(title).Append(": ").AppendJoin(", ", Enum.GetNames<T>()).Append(".\n");
}
