using System.Text.Json.Serialization;

namespace FsmKit;

/// <summary>How the input events of one gclass are written for a recording, and read again: as its snapshots write them.</summary>
internal sealed class EventTexts
{
    private readonly Dictionary<Type, string> _lost = [];
    private readonly SnapshotWriter _inputs;

    private EventTexts(GObj gobj)
    {
        gobj.TellInputs(_inputs = new SnapshotWriter(gobj, []));
        Names = [.. Enumerable.Range(0, gobj.Machine.Inputs.Count).Select(gobj.Machine.InputName)];
    }

    /// <summary>The names of the inputs, as snapshots call them.</summary>
    public IReadOnlyList<string> Names { get; }

    private JsonSerializerContext? Json => _inputs.Json;

    /// <summary>Asks a gobj for what its gclass knows.</summary>
    public static EventTexts Of(GObj gobj) => new(gobj);

    /// <summary>Writes an event.</summary>
    /// <returns>Its value, null where it has no members; and why it could not be written, or null.</returns>
    public (SnapshotValue? Value, string? Lost) Write<TEvent>(GObj gobj, in TEvent e)
        where TEvent : struct
    {
        if (_lost.TryGetValue(typeof(TEvent), out var lost))
        {
            return (null, lost);
        }

        if (!_inputs.Inputs!.TryGetValue(typeof(TEvent), out var isEmpty))
        {
            return (null, _lost[typeof(TEvent)] = $"{gobj.Machine.Name} has no version, so that nothing says how its events stand in JSON: [GClass(Version = 1)].");
        }

        try
        {
            return (isEmpty ? null : SnapshotText.Write(gobj, Json, $"the event {TypeText.Of(typeof(TEvent))} that is recorded", e), null);
        }
        catch (MachineSnapshotException x)
        {
            // Without a cause it is the type that cannot be written, whatever the event.
            return (null, x.InnerException is null ? _lost[typeof(TEvent)] = x.Message : x.Message);
        }
    }

    /// <summary>Sends a recorded event.</summary>
    public void Send(GObj gobj, string name, SnapshotValue? value, EventOrigin origin) => SnapshotReader.Send(gobj, Json, name, value, origin);
}
