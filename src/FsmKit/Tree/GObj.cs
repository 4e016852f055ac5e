using System.Diagnostics;

namespace FsmKit;

/// <summary>
/// An instance of a gclass: a machine, its parameters, and a node in the tree of one <see cref="GAplic"/>. Everything of a gobj runs on
/// the thread of its loop.
/// </summary>
/// <remarks>Made with <see cref="Create{T}"/> of its parent. Behaviour after GinsFSM's GObj; where it differs, the member says so.</remarks>
[DebuggerDisplay("{DebuggerText,nq}")]
public abstract partial class GObj
{
    private GAplic? _gaplic;
    private GObj? _parent;
    private GObj? _firstChild;

    // The first child's is the last one, so that a gobj needs no word for its youngest child.
    private GObj? _previousSibling;
    private GObj? _nextSibling;

    /// <summary>Makes a gobj that is in no tree yet; use <see cref="Create{T}"/>.</summary>
    protected GObj()
    {
    }

    /// <summary>The name, or an empty string. Names may repeat, unless the gobj was created with <see cref="Naming.Unique"/>.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The gobj above; null for the <see cref="GAplic"/> and for a destroyed gobj.</summary>
    public GObj? Parent => _parent;

    /// <summary>The loop that this gobj belongs to.</summary>
    /// <exception cref="GObjException">The gobj was made with <c>new</c> instead of <see cref="Create{T}"/>.</exception>
    public GAplic Gaplic => _gaplic ?? throw new GObjException(
        $"{Machine.Name} belongs to no loop yet: make it with Create<{Machine.Name}>() on a GAplic or on another gobj.");

    /// <summary>What the gclass is, as data.</summary>
    public MachineDescription Machine => FsmMachine;

    /// <summary>Whether the gobj is destroyed, or being destroyed.</summary>
    public bool IsDestroyed => (Gate & MachineGate.Destroyed) != 0;

    /// <summary>Whether the gobj has its name to itself in its loop.</summary>
    public bool IsUnique => _extras is { IsUnique: true };

    /// <summary>How many children there are.</summary>
    public int ChildCount { get; private set; }

    /// <summary>The children in the order of their creation, as they are at this moment. While the loop runs, only its thread may ask.</summary>
    /// <exception cref="GObjException">This is another thread: ask in a <see cref="GAplic.PostCallback(Action)"/>.</exception>
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

    /// <summary>The names from the root to this gobj, joined with dots; gobjs without a name are left out.</summary>
    public string Path => Chain(static gobj => gobj.Name);

    /// <summary>Gclass and name of each gobj from the root to this one, as in <c>GAplic:app.Door:front</c>.</summary>
    public string FullName => Chain(static gobj => gobj.ToString());

    /// <summary>
    /// The current state by name, as in the <c>State</c> enum. One word is read: any thread may ask. A gobj without a table is in the state
    /// <c>None</c>; a destroyed one keeps the state it was destroyed in.
    /// </summary>
    public string StateName => Machine.StateName(LeafNumber);

    /// <summary>The number of the leaf.</summary>
    internal int LeafNumber => Volatile.Read(ref Gate) & MachineGate.State;

    /// <summary>The time of the loop's clock.</summary>
    protected DateTimeOffset Now => Gaplic.Time.GetUtcNow();

    /// <summary>The first child with that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public GObj this[string name] => FindChild(name)
        ?? throw new KeyNotFoundException($"{this} has no child named '{name}'.");

    /// <summary>The first child with that name, or null. While the loop runs, only its thread may ask.</summary>
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

    /// <summary>Gclass, name and state, as a debugger shows them.</summary>
    private string DebuggerText => $"{this} in state {StateName}{(IsDestroyed ? ", destroyed" : "")}";

    /// <summary>
    /// Throws when this is another thread than the one that runs the loop. For methods of a gclass that are called from outside of its
    /// actions; it costs one comparison. While no thread runs the loop, each may set up the tree or take it down.
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

        // The last one has no successor: it is the first child that knows of it.
        if ((next ?? _firstChild) is { } follower)
        {
            follower._previousSibling = previous;
        }

        child._parent = child._previousSibling = child._nextSibling = null;
        ChildCount--;
    }
}
