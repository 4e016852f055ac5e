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

            ShowTrace();
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

    /// <summary>Before a row of a traced gobj runs.</summary>
    /// <param name="data">The event in words, or null. First, as it is the event's own code, which could change the state.</param>
    /// <param name="input">Index of the input; of a timeout nothing.</param>
    /// <param name="row">Index of the row in the description, -1 when the event is refused.</param>
    /// <returns>Whether the gobj is traced, to be handed to <see cref="EndTrace"/>.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected bool BeginTrace(string? data, int input, int row)
    {
        if ((Gate & MachineGate.Traced) == 0)
        {
            return false;
        }

        MachineTrace.Enter(this, Gate & MachineGate.State, input, row, data);
        return true;
    }

    /// <summary>After it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void EndTrace(bool traced, Outcome outcome)
    {
        // A row that cannot be re-entered writes the whole word, and with it the bit that brought it here.
        ShowTrace();
        if (traced)
        {
            MachineTrace.Leave(this, Gate & MachineGate.State, outcome);
        }
    }

    /// <summary>An event that the state refuses, or a row whose guards all said no: a warning, also when nothing is traced.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected Outcome Refused(int input)
    {
        MachineTrace.NotAccepted(this, Gate & MachineGate.State, input);
        return Outcome.Refused;
    }

    private void ShowTrace() => Gate = EffectiveTrace == MachineTraceLevel.Off ? Gate & ~MachineGate.Traced : Gate | MachineGate.Traced;
}
