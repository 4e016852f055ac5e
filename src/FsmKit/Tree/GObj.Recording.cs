using System.Runtime.CompilerServices;

namespace FsmKit;

/// <content>Recording of a gobj. A recorded gobj handles events more slowly. Without a recorder there is no cost.</content>
public abstract partial class GObj
{
    /// <summary>Passes the inputs of the gclass and their JSON metadata to the writer.</summary>
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
