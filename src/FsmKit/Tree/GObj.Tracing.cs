using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FsmKit;

/// <content>Tracing, in the line format of GinsFSM. A traced gobj handles events more slowly; without tracing there is no cost.</content>
public abstract partial class GObj
{
    /// <summary>
    /// Trace level of this gobj. Default <see cref="MachineTraceLevel.Off"/>. The effective level is the higher one of this and the loop's
    /// <see cref="GAplicOptions.TraceMachine"/>. While the loop runs, only its thread may set the level.
    /// </summary>
    public MachineTraceLevel TraceMachine
    {
        get => _extras?.TraceMachine ?? MachineTraceLevel.Off;
        set
        {
            RequireLoopThread();
            if (TraceMachine != value)
            {
                if (_gaplic is not null)
                {
                    MachineTrace.Switched(this, value != MachineTraceLevel.Off);
                }

                Extra.TraceMachine = value;
            }

            ShowWatch();
        }
    }

    private MachineTraceLevel EffectiveTrace =>
        _gaplic is { } gaplic && gaplic.Options.TraceMachine > TraceMachine ? gaplic.Options.TraceMachine : TraceMachine;

    /// <summary>Whether the event's data is traced and must be converted to text.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected bool TracesData => EffectiveTrace == MachineTraceLevel.Data;

    /// <summary>
    /// Passes an event to the recorder of the loop, if there is one, and returns the event as text; null if data is not traced.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected string? TraceText<TEvent>(in TEvent e)
        where TEvent : struct
    {
        RecordCame(in e);
        try
        {
            return TracesData ? e.ToString() : null;
        }
        catch (Exception x)
        {
            return TextFault(x);
        }
    }

    /// <summary>Returns a text for an event whose <c>ToString</c> has thrown. The event is handled nevertheless.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static string TextFault(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return $"(its ToString threw {exception.GetType().Name})";
    }

    /// <summary>
    /// Refuses an event that the state does not answer, or for which no guard returned true. The refusal is logged as a warning, even without
    /// tracing.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected Outcome Refused(int input)
    {
        MachineTrace.NotAccepted(this, Gate & MachineGate.State, input);
        TellRefusal(input, Words.NoRow);
        return Outcome.Refused;
    }

    private void TellRefusal(int input, string reason)
    {
        if ((Gate & MachineGate.Observed) != 0)
        {
            Figures.Refused(this, Machine.Inputs[input].Name, reason);
        }
    }
}
