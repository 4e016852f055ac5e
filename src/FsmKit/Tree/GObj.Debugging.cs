using System.Diagnostics;

namespace FsmKit;

/// <content>Members for a debugger, which reads them on other threads than the loop's: they do not check the thread.</content>
public abstract partial class GObj
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string DebuggerText => $"{this}{InState}{(IsDestroyed ? ", destroyed" : "")}";

    /// <summary>The children, shown below the members of the gclass.</summary>
    internal GObj[] ChildrenInDebugger
    {
        get
        {
            var children = new List<GObj>();
            for (var child = _firstChild; child is not null; child = child._nextSibling)
            {
                children.Add(child);
            }

            return [.. children];
        }
    }

    /// <summary>The state as a continuation of the name; empty for a gobj without a table.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string InState => Machine.Leaves.Count == 0 ? "" : $" in {StateName}";
}
