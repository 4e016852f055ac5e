using System.Runtime.CompilerServices;

namespace FsmKit;

/// <summary>
/// Names the gobjs below one by their places: the names downwards, of what has none that of its gclass, with a number where elder siblings have the same. A gobj keeps the
/// name that it got first, until everything is named anew.
/// </summary>
internal sealed class GObjPaths(GObj root)
{
    private readonly ConditionalWeakTable<GObj, string> _paths = [];

    /// <summary>Names everything anew: at a snapshot, so that a replay from there finds the same names.</summary>
    public void Forget() => _paths.Clear();

    /// <summary>Whether a gobj is the root, or below it.</summary>
    public bool IsInside(GObj? gobj)
    {
        for (var at = gobj; at is not null; at = at.Parent)
        {
            if (at == root)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name of a gobj that is inside.</summary>
    public string Of(GObj gobj)
    {
        if (gobj == root)
        {
            return "";
        }

        if (_paths.TryGetValue(gobj, out var path))
        {
            return path;
        }

        var parent = gobj.Parent!;
        var label = LabelOf(gobj);
        var elder = parent.Children.TakeWhile(sibling => sibling != gobj).Count(sibling => LabelOf(sibling) == label);
        path = $"{(parent == root ? "" : Of(parent) + "/")}{label}{(elder == 0 ? "" : $"#{elder + 1}")}";
        _paths.Add(gobj, path);
        return path;
    }

    /// <summary>The gobj of that name, or null.</summary>
    public GObj? Find(string path) => path.Length == 0 ? root : All().FirstOrDefault(gobj => Of(gobj) == path);

    /// <summary>The root and what is below it.</summary>
    public IEnumerable<GObj> All()
    {
        var left = new Stack<GObj>([root]);
        while (left.TryPop(out var gobj))
        {
            yield return gobj;
            foreach (var child in gobj.Children.Reverse())
            {
                left.Push(child);
            }
        }
    }

    private static string LabelOf(GObj gobj) => gobj.Name.Length > 0 ? gobj.Name : gobj.Machine.Name;
}
