using System.Text.Json.Serialization;

namespace FsmKit.SnapshotJournal;

/// <summary>A number to be pressed.</summary>
public readonly record struct EvJob(int Number);

/// <summary>Switches the press on or off.</summary>
public readonly record struct EvToggle;

/// <summary>Periodic timeout.</summary>
public readonly record struct EvPulse(int Strength);

/// <summary>JSON of the events and kept members of <see cref="Press"/>.</summary>
[JsonSerializable(typeof(EvJob))]
[JsonSerializable(typeof(EvPulse))]
[JsonSerializable(typeof(List<int>))]
public sealed partial class PressJson : JsonSerializerContext;

/// <summary>A machine with one of each thing that a snapshot holds. Every event changes its checksum.</summary>
[GClass(Version = 1, Json = typeof(PressJson)), Input<EvJob>, Input<EvToggle>, Input<EvPulse>]
public sealed partial class Press : GObj
{
    [Kept] private long _checksum = 17;
    [Kept] private List<int> _recent = [];

    private enum State : byte
    {
        [On<EvToggle>(Next = Off), On<EvPulse>(nameof(Pulse)), On<EvJob>(nameof(Work)), Idle(45, nameof(Rest))] On,
        [Inside(On), Enter(nameof(Cool)), After(30, Next = Warm)] Cold,
        [Inside(On), Enter(nameof(Heat)), After(70, Next = Cold)] Warm,
        [Inside(On), History] Was,
        [Exit(nameof(Wake)), Defer<EvJob>, On<EvToggle>(Next = Was), On<EvPulse>(nameof(Pulse))] Off,
    }

    /// <inheritdoc/>
    protected override void StartUp() => StartTimer(TimeSpan.FromMilliseconds(25), TimeSpan.FromMilliseconds(35), new EvPulse(5));

    private void Work(in EvJob e)
    {
        Count(e.Number);
        _recent.Add(e.Number);
        if (_recent.Count > 5)
        {
            _recent.RemoveAt(0);
        }
    }

    private void Pulse(in EvPulse e) => Count(e.Strength);

    private void Rest() => Count(6);

    private void Cool() => Count(7);

    private void Heat() => Count(8);

    private void Wake() => Count(9);

    private void Count(int what) => _checksum = unchecked((_checksum * 31) + what);
}
