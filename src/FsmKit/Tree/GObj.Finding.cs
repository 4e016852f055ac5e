namespace FsmKit;

/// <content>Search for a gobj by name or path.</content>
public abstract partial class GObj
{
    /// <summary>
    /// Returns whether a child is an internal part whose events this gobj must receive. Settings do not change the subscriber of such a
    /// child.
    /// </summary>
    protected internal virtual bool IsPart(GObj child) => false;

    /// <summary>Finds the gobj that a setting names.</summary>
    /// <param name="text">A unique name or a path; empty or null for none.</param>
    /// <exception cref="GObjException">There is no such gobj.</exception>
    internal GObj? FindSubscriber(string? text)
    {
        var name = text?.Trim();
        return string.IsNullOrEmpty(name) ? null : Gaplic.FindUnique(name) ?? Gaplic.FindPath(name) ?? throw new GObjException(
            $"There is no gobj '{name}'. Write the unique name or the path (such as '{(Gaplic.Name.Length > 0 ? Gaplic.Name + "." : "")}front') of one that is created before, or nothing for the parent.");
    }

    /// <summary>
    /// Finds the first gobj, this one or one below it, that has the path as seen from here. Parents are searched before children, older children
    /// before younger ones.
    /// </summary>
    private GObj? FindPath(string path)
    {
        var open = new Stack<(GObj Gobj, int At)>([(this, 0)]);
        while (open.TryPop(out var one))
        {
            var name = one.Gobj.Name;
            var rest = path.AsSpan(one.At);
            if (name.Length > 0 && rest.SequenceEqual(name))
            {
                return one.Gobj;
            }

            // A gobj without a name is left out of the path.
            if (name.Length == 0 || (rest.StartsWith(name) && rest[name.Length] == '.'))
            {
                one.Gobj.PushChildren(open, one.At + (name.Length == 0 ? 0 : name.Length + 1));
            }
        }

        return null;
    }

    /// <summary>Pushes the children in reverse order, so that the oldest one is popped first.</summary>
    private void PushChildren(Stack<(GObj Gobj, int At)> open, int at)
    {
        for (var child = _firstChild?._previousSibling; child is not null; child = child == _firstChild ? null : child._previousSibling)
        {
            open.Push((child, at));
        }
    }
}
