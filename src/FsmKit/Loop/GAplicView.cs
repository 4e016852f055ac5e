using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace FsmKit;

/// <summary>A loop as a debugger shows it: the tree first.</summary>
[ExcludeFromCodeCoverage(Justification = "Debuggers call it.")]
internal sealed class GAplicView(GAplic gaplic)
{
    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public GObj[] Children => gaplic.ChildrenInDebugger;

    public int PostedEvents => gaplic.PostedEvents;

    public int Faults => gaplic.Faults;

    public int Stalls => gaplic.Stalls;
}
