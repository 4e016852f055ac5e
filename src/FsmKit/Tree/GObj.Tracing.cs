using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FsmKit;

/// <content>Tracing, in the line shapes of GinsFSM; off, it costs nothing: a traced gobj takes the slow lane.</content>
public abstract partial class GObj
{
    /// <summary>How much of this gobj's work goes to the log; the loop's <see cref="GAplicOptions.TraceMachine"/> raises it for all.</summary>
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

    /// <summary>Whether the event's data goes to the log, so that it has to be made into text.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected bool TracesData => EffectiveTrace == MachineTraceLevel.Data;

    /// <summary>Puts an event into words, where those are traced; null where not.</summary>
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

    /// <summary>What a trace says of an event whose <c>ToString</c> has thrown: the event is handled all the same.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static string TextFault(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return $"(its ToString threw {exception.GetType().Name})";
    }

    /// <summary>An event that the state refuses, or a row whose guards all said no: a warning, also when nothing is traced.</summary>
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
