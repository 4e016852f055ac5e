using FsmKit.Http;

namespace FsmKit.Simulations.Http;

/// <summary>The open channels of a server, each with the state in which it was seen last.</summary>
internal sealed class Channels
{
    private readonly Dictionary<GHttpCliSrv, Seen> _open = [];

    /// <summary>Number of channels that have not ended.</summary>
    public int Count => _open.Count;

    /// <summary>Number of bytes that wait for the slowest client.</summary>
    public int MostWaiting => _open.Keys.Max(static channel => (int?)channel.Gsock.PendingBytes) ?? 0;

    /// <summary>Whether each channel is in a state that fits its connection and its request. Asked after each event.</summary>
    public bool AreConsistent
    {
        get
        {
            foreach (var (channel, seen) in _open)
            {
                if (!ReadsWhereOpen(channel) || !HasRequestWhereNeeded(channel) || !SkipsLittle(channel) || !RestsWhereServed(channel))
                {
                    return false;
                }

                _open[channel] = seen.Now(channel);
            }

            return true;
        }
    }

    /// <summary>Adds a new channel.</summary>
    /// <returns>False when it is there already.</returns>
    public bool Add(GHttpCliSrv channel) => _open.TryAdd(channel, new Seen(channel.StateName, 0, "", IsSilent: true));

    /// <summary>Removes a channel that has ended.</summary>
    /// <returns>What is wrong with its end; null when nothing is.</returns>
    public string? Remove(GHttpCliSrv channel, ChannelEndReason reason) => !_open.Remove(channel, out var last) ? "A channel was closed twice, or before it was opened."
        : reason == ChannelEndReason.ServerStopped && (last is { ClosedIn: "ReadingBody", IsSilent: true } or { ClosedIn: "Switched" }) ? $"A stop has closed a channel in {last.ClosedIn}."
        : IsOfItsOwn(reason) && last.State != "Closing" ? $"A channel that ended for {reason} was in {last.State}."
        : null;

    /// <summary>
    /// Whether a channel that has closed its connection reads no more; a lingering connection may still be there. A gsock in Closing may have a
    /// broken connection, of which the channel hears in the next cycle.
    /// </summary>
    private static bool ReadsWhereOpen(GHttpCliSrv channel) => channel.Gsock.StateName is not ("Draining" or "Lingering") || channel.StateName is "Closing" or "Gone";

    /// <summary>Whether a channel has a request in the states that need one, and none when it is over.</summary>
    private static bool HasRequestWhereNeeded(GHttpCliSrv channel) => channel.StateName switch
    {
        "Closing" or "Gone" => channel.Answering.Current is null,
        "Idle" or "ReadingHead" => true,
        _ => channel.Answering.Current is not null,
    };

    private static bool SkipsLittle(GHttpCliSrv channel) => channel.StateName != "Skipping" || channel.Answering.Current!.BodyBytes <= GHttpCliSrv.MostSkipped;

    /// <summary>Whether a channel that waits for a request has a server that is not being stopped, and is not one too many.</summary>
    private static bool RestsWhereServed(GHttpCliSrv channel) => channel.StateName != "Idle" || (channel.Server.StateName != "Draining" && !channel.IsTurnedAway);

    /// <summary>Whether only the channel itself ends for this reason, and not before it is over.</summary>
    private static bool IsOfItsOwn(ChannelEndReason reason) => reason is ChannelEndReason.BadRequest or ChannelEndReason.RequestCutOff or ChannelEndReason.KeepAliveTimeout
        or ChannelEndReason.InactivityTimeout or ChannelEndReason.HeadTimeout or ChannelEndReason.BodyTooSlow or ChannelEndReason.ResponseTimeout or ChannelEndReason.ResponseTooSlow
        or ChannelEndReason.OutputOverflow or ChannelEndReason.ResponseCutOff or ChannelEndReason.Refused or ChannelEndReason.ServerStopped or ChannelEndReason.Upgraded
        or ChannelEndReason.ClosedByApplication or ChannelEndReason.ClosedByClient or ChannelEndReason.Faulted;

    /// <summary>A channel as it was seen last.</summary>
    /// <param name="State">Its state.</param>
    /// <param name="Sent">Number of bytes that it had sent.</param>
    /// <param name="ClosedIn">The state in which it began to close; empty before.</param>
    /// <param name="IsSilent">Whether it sent nothing when it began to close.</param>
    private sealed record Seen(string State, long Sent, string ClosedIn, bool IsSilent)
    {
        public Seen Now(GHttpCliSrv channel)
        {
            var (state, sent) = (channel.StateName!, channel.Gsock.TxedBytes + channel.Gsock.PendingBytes);
            return state == State && sent == Sent ? this
                : state == "Closing" && State != "Closing" ? new Seen(state, sent, State, sent == Sent)
                : this with { State = state, Sent = sent };
        }
    }
}
