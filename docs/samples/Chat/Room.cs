using FsmKit;

namespace ChatSample;

/// <summary>Sends each line to all sessions. All of them live in one loop, and so get the lines in one order.</summary>
[GClass]
[Input<EvJoin>, Input<EvSay>, Input<EvLeave>]
public sealed partial class Room : GObj
{
    private readonly Dictionary<Session, string> _names = [];

    /// <summary>Number of sessions in the room.</summary>
    public int Count => _names.Count;

    private enum State : byte
    {
        /// <summary>Open to each session with a free name.</summary>
        [On<EvJoin>(nameof(AcRefuse), When = nameof(IsTaken))]
        [On<EvJoin>(nameof(AcJoin))]
        [On<EvSay>(nameof(AcSay))]
        [On<EvLeave>(nameof(AcLeave))]
        Open,
    }

    private bool IsTaken(in EvJoin e) => _names.ContainsValue(e.Name);

    private void AcRefuse(in EvJoin e) => Send(e.Session, new EvNameTaken(e.Name));

    private void AcJoin(in EvJoin e)
    {
        _names.Add(e.Session, e.Name);
        Send(e.Session, new EvJoined());
        Tell($"* {e.Name} joins");
    }

    private void AcSay(in EvSay e) => Tell($"{_names[e.Session]}: {e.Line}");

    private void AcLeave(in EvLeave e)
    {
        if (_names.Remove(e.Session, out var name))
        {
            Tell($"* {name} leaves");
        }
    }

    private void Tell(string line)
    {
        foreach (var session in _names.Keys)
        {
            Send(session, new EvTold(line));
        }
    }
}
