using System.Diagnostics;

namespace FsmKit;

/// <summary>
/// Instance of a gclass: a machine, its parameters, and a node in the tree of one <see cref="GAplic"/>. All code of a gobj runs on the thread of its
/// loop.
/// </summary>
/// <remarks>Create a gobj with <see cref="Create{T}(string, Action{T}, Naming)"/> of its parent. The behaviour follows GinsFSM's GObj; members say where it differs.</remarks>
[DebuggerDisplay("{DebuggerText,nq}")]
public abstract partial class GObj
{
    private GAplic? _gaplic;
    private GObj? _parent;
    private GObj? _firstChild;

    // For the first child: the youngest child, so that a parent needs no field for it.
    private GObj? _previousSibling;
    private GObj? _nextSibling;

    /// <summary>Creates a gobj outside of any tree. Call <see cref="Create{T}(string, Action{T}, Naming)"/> of the parent instead.</summary>
    protected GObj()
    {
    }

    /// <summary>Name, or an empty string. Names may repeat, unless the gobj was created with <see cref="Naming.Unique"/>.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The parent in the tree; null for the <see cref="GAplic"/> and for a destroyed gobj.</summary>
    public GObj? Parent => _parent;

    /// <summary>The loop that this gobj belongs to.</summary>
    /// <exception cref="GObjException">The gobj was made with <c>new</c> instead of <see cref="Create{T}(string, Action{T}, Naming)"/>.</exception>
    public GAplic Gaplic => _gaplic ?? throw new GObjException(
        $"{Machine.Name} belongs to no loop yet: make it with Create<{Machine.Name}>() on a GAplic or on another gobj.");

    /// <summary>Description of the gclass: states, events, rows, parameters.</summary>
    public MachineDescription Machine => FsmMachine;

    /// <summary>Whether the gobj is destroyed, or being destroyed.</summary>
    public bool IsDestroyed => (Gate & MachineGate.Destroyed) != 0;

    /// <summary>Whether the name is unique in the loop (<see cref="Naming.Unique"/>).</summary>
    public bool IsUnique => _extras is { IsUnique: true };

    /// <summary>Number of children.</summary>
    public int ChildCount { get; private set; }

    /// <summary>Copy of the list of children, in the order of their creation. While the loop runs, only its thread may call.</summary>
    /// <exception cref="GObjException">The loop runs in another thread: call from a <see cref="GAplic.PostCallback(Action)"/>.</exception>
    public IReadOnlyList<GObj> Children
    {
        get
        {
            RequireLoopThread();
            var children = new GObj[ChildCount];
            var i = 0;
            for (var child = _firstChild; child is not null; child = child._nextSibling)
            {
                children[i++] = child;
            }

            return children;
        }
    }

    /// <summary>Names from the root to this gobj, joined with dots. Gobjs without a name are left out.</summary>
    public string Path => Chain(static gobj => gobj.Name);

    /// <summary>Gclass and name of each gobj from the root to this one, as in <c>GAplic:app.Door:front</c>.</summary>
    public string FullName => Chain(static gobj => gobj.ToString());

    /// <summary>
    /// Name of the current state (of nested states, the innermost one), a member of the <c>State</c> enum. <c>None</c> for a gobj without a
    /// table. A destroyed gobj keeps its last state. Thread-safe.
    /// </summary>
    public string StateName => Machine.StateName(LeafNumber);

    /// <summary>Oldest child; null without children.</summary>
    internal GObj? FirstChild => _firstChild;

    /// <summary>Next younger child of the same parent; null for the youngest.</summary>
    internal GObj? NextSibling => _nextSibling;

    /// <summary>Number of the current leaf.</summary>
    internal int LeafNumber => Volatile.Read(ref Gate) & MachineGate.State;

    /// <summary>Current time, UTC, by <see cref="GAplicOptions.Time"/>.</summary>
    protected DateTimeOffset Now => Gaplic.Time.GetUtcNow();

    /// <summary>First child with the given name.</summary>
    /// <exception cref="KeyNotFoundException">There is no child with this name.</exception>
    public GObj this[string name] => FindChild(name)
        ?? throw new KeyNotFoundException($"{this} has no child named '{name}'.");

    /// <summary>Returns the first child with the given name, or null. While the loop runs, only its thread may call.</summary>
    public GObj? FindChild(string name)
    {
        RequireLoopThread();
        var child = _firstChild;
        while (child is not null && child.Name != name)
        {
            child = child._nextSibling;
        }

        return child;
    }

    /// <summary>Gclass and name, as in <c>Door:front</c>.</summary>
    public sealed override string ToString() => $"{Machine.Name}:{Name}";

    /// <summary>
    /// Throws when the loop runs in another thread. Call it in methods of a gclass that other code calls; the cost is one comparison. While no thread
    /// runs the loop, any thread may set up or destroy the tree.
    /// </summary>
    /// <exception cref="GObjException">The loop runs in another thread. The message says which.</exception>
    protected internal void RequireLoopThread() => _gaplic?.RequireLoopThread(this);

    private string Chain(Func<GObj, string> text)
    {
        var names = new Stack<string>();
        for (var gobj = this; gobj is not null; gobj = gobj._parent)
        {
            if (text(gobj) is { Length: > 0 } name)
            {
                names.Push(name);
            }
        }

        return string.Join('.', names);
    }

    private void Attach(GObj child)
    {
        child._parent = this;
        if (_firstChild is null)
        {
            _firstChild = child._previousSibling = child;
        }
        else
        {
            var last = _firstChild._previousSibling!;
            (last._nextSibling, child._previousSibling, _firstChild._previousSibling) = (child, last, child);
        }

        ChildCount++;
    }

    private void Detach(GObj child)
    {
        for (var cursor = Gaplic.Cursors; cursor is not null; cursor = cursor.Below)
        {
            cursor.Leave(child);
        }

        var (previous, next) = (child._previousSibling!, child._nextSibling);
        if (child == _firstChild)
        {
            _firstChild = next;
        }
        else
        {
            previous._nextSibling = next;
        }

        // The last child has no next sibling; the first child refers to it instead.
        if ((next ?? _firstChild) is { } follower)
        {
            follower._previousSibling = previous;
        }

        child._parent = child._previousSibling = child._nextSibling = null;
        ChildCount--;
    }
}
