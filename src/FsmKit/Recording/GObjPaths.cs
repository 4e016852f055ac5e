using System.Runtime.CompilerServices;

namespace FsmKit;

/// <summary>
/// Identifies the gobjs below a root by their paths: names downwards, or the gclass for a gobj without a name, with a number if older siblings have
/// the same. A gobj keeps its first path until all paths are reset.
/// </summary>
internal sealed class GObjPaths(GObj root)
{
    private readonly ConditionalWeakTable<GObj, string> _paths = [];

    /// <summary>Resets all paths. Called at a snapshot, so that a replay from there finds the same paths.</summary>
    public void Forget() => _paths.Clear();

    /// <summary>Returns whether a gobj is the root or below the root.</summary>
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

    /// <summary>Returns the path of a gobj below the root; empty for the root.</summary>
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

    /// <summary>Returns the gobj with a path, or null.</summary>
    public GObj? Find(string path) => path.Length == 0 ? root : All().FirstOrDefault(gobj => Of(gobj) == path);

    /// <summary>Returns the root and all gobjs below it.</summary>
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
