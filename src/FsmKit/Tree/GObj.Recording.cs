using System.Runtime.CompilerServices;

namespace FsmKit;

/// <content>Where a gobj is recorded: it has a bit set in its gate, as where it is traced. Not recorded, it costs nothing.</content>
public abstract partial class GObj
{
    /// <summary>Tells which inputs the gclass has, and how they stand in JSON.</summary>
    internal void TellInputs(SnapshotWriter to) => FsmSave(to);

    private void RecordCame<TEvent>(in TEvent e)
        where TEvent : struct
    {
        if ((Gate & MachineGate.Recorded) != 0)
        {
            _gaplic!.Recorder?.Came(this, in e);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RecordWaits<TEvent>(int input, in TEvent e)
        where TEvent : struct => _gaplic!.Recorder?.Waits(this, input, in e);
}
