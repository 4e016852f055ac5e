using System.Globalization;
using Microsoft.Extensions.Logging;

namespace FsmKit;

/// <summary>Writes trace lines of a machine in the format of GinsFSM: time, indentation by nesting, marker, machine, state, event.</summary>
internal static class MachineTrace
{
    public static void Enter(GObj gobj, int state, int input, int row, string? data)
    {
        var gaplic = gobj.Gaplic;
        var machine = gobj.Machine;
        var taken = row < 0 ? null : machine.Rows[row];
        var name = taken?.Event ?? machine.Inputs[input].Name;
        gaplic.TraceDepth++;
        gaplic.EnterRow(gobj, name);
        gaplic.Options.Probe?.Enter(gobj, state, input, row, name, data, follows: input < 0 && taken is { IsTimeout: false });
        var log = gobj.Logger;
        if (!log.IsEnabled(LogLevel.Information))
        {
            return;
        }

        var action = taken?.Forward?.Text ?? $"{taken?.Action ?? "None"}()";
        TraceLog.Entered(log, Start(gaplic), machine.Name, gobj.Name, machine.StateName(state), name, data ?? "", action);
        if (taken is { Next: >= 0 } && !machine.States[taken.Next].IsHistory && machine.LeafName(taken.Next) is var next && next != machine.StateName(state))
        {
            NewState(gobj, next);
        }
    }

    public static void NewState(GObj gobj, string state) =>
        TraceLog.NewState(gobj.Logger, Start(gobj.Gaplic), gobj.Machine.Name, gobj.Name, state);

    public static void Leave(GObj gobj, int state, Outcome outcome)
    {
        var gaplic = gobj.Gaplic;
        if (gobj.Logger is var log && log.IsEnabled(LogLevel.Information))
        {
            TraceLog.Left(log, Start(gaplic), gobj.Machine.Name, gobj.Name, gobj.Machine.StateName(state), outcome);
        }

        gaplic.Options.Probe?.Leave(gobj, state, outcome);
        gaplic.TraceDepth--;
        gaplic.LeaveRow();
    }

    public static void NotAccepted(GObj gobj, int state, int input)
    {
        var log = gobj.Logger;
        if (log.IsEnabled(LogLevel.Warning))
        {
            TraceLog.NotAccepted(
                log, Start(gobj.Gaplic), gobj.Machine.Name, gobj.Name, gobj.Machine.StateName(state), gobj.Machine.Inputs[input].Name);
        }
    }

    public static void Switched(GObj gobj, bool on) =>
        TraceLog.Switched(gobj.Logger, Start(gobj.Gaplic), on ? "ON" : "OFF", gobj.Machine.Name, gobj.Name);

    /// <summary>Returns the time, followed by two blanks for each level of nesting; at least one blank.</summary>
    private static string Start(GAplic gaplic) => Time(gaplic) + new string(' ', Math.Max(1, 2 * gaplic.TraceDepth));

    private static string Time(GAplic gaplic)
    {
        try
        {
            return gaplic.Time.GetLocalNow().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        }
        catch (Exception)
        {
            // A line without a time is better than an event that is not handled because it is traced.
            return "????-??-?? ??:??:??";
        }
    }
}
