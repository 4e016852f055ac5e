using System.Text;

namespace FsmKit;

/// <content>The tree as text.</content>
public abstract partial class GObj
{
    /// <summary>
    /// Returns this gobj and everything below it as text: one line per gobj with gclass, name and state, indented by two blanks per level. While the
    /// loop runs, only its thread may call. <see cref="Describe"/> says more of each gobj.
    /// </summary>
    /// <exception cref="GObjException">The loop runs in another thread.</exception>
    public string ToTreeText()
    {
        RequireLoopThread();
        var text = new StringBuilder();
        var (at, depth) = ((GObj?)this, 0);
        while (at is not null)
        {
            text.Append(' ', 2 * depth).Append(at.DebuggerText).Append('\n');
            if (at._firstChild is { } child)
            {
                (at, depth) = (child, depth + 1);
                continue;
            }

            // No recursion: a tree may be deeper than the stack.
            while (at != this && at!._nextSibling is null)
            {
                (at, depth) = (at._parent, depth - 1);
            }

            at = at == this ? null : at!._nextSibling;
        }

        return text.ToString();
    }
}
