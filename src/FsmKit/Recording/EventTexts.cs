using System.Text.Json.Serialization;

namespace FsmKit;

/// <summary>Writes and reads the input events of one gclass for a recording, in the form of its snapshots.</summary>
internal sealed class EventTexts
{
    private readonly Dictionary<Type, string> _lost = [];
    private readonly SnapshotWriter _inputs;

    private EventTexts(GObj gobj)
    {
        gobj.TellInputs(_inputs = new SnapshotWriter(gobj, []));
        Names = [.. Enumerable.Range(0, gobj.Machine.Inputs.Count).Select(gobj.Machine.InputName)];
    }

    /// <summary>Names of the inputs, as in snapshots.</summary>
    public IReadOnlyList<string> Names { get; }

    private JsonSerializerContext? Json => _inputs.Json;

    /// <summary>Creates the texts for the gclass of a gobj.</summary>
    public static EventTexts Of(GObj gobj) => new(gobj);

    /// <summary>Writes an event.</summary>
    /// <returns>The value, null for an event without members; and the reason why the event could not be written, or null.</returns>
    public (SnapshotValue? Value, string? LossReason) Write<TEvent>(GObj gobj, in TEvent e)
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
            // Without an inner exception, the type itself cannot be written, whatever the event.
            return (null, x.InnerException is null ? _lost[typeof(TEvent)] = x.Message : x.Message);
        }
    }

    /// <summary>Sends a recorded event.</summary>
    public void Send(GObj gobj, string name, SnapshotValue? value, EventOrigin origin) => SnapshotReader.Send(gobj, Json, name, value, origin);
}
