using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FsmKit.CodeFixes.Editing;

/// <summary>Applies edits that were found independently against the same solution.</summary>
internal static class Edits
{
    public static async Task<Solution> ApplyAsync(Solution solution, IEnumerable<Edit> edits, CancellationToken cancellation)
    {
        foreach (var group in edits.GroupBy(static edit => edit.Document))
        {
            var text = await solution.GetDocument(group.Key)!.GetTextAsync(cancellation).ConfigureAwait(false);
            solution = solution.WithDocumentText(group.Key, text.WithChanges(Merge(group)));
        }

        return solution;
    }

    /// <summary>
    /// Merges edits. Equal edits are applied once, and insertions at one position follow each other in the order found. Of two that overlap
    /// the first wins, and the second is found again at the next run.
    /// </summary>
    private static List<TextChange> Merge(IEnumerable<Edit> edits)
    {
        var changes = new List<TextChange>();
        foreach (var edit in edits.Distinct().OrderBy(static edit => edit.Span.Start).ThenBy(static edit => edit.Span.End))
        {
            if (changes.Count > 0 && changes[changes.Count - 1] is var last && edit.Span.IsEmpty && last.Span == edit.Span)
            {
                changes[changes.Count - 1] = new TextChange(last.Span, last.NewText + edit.Text);
            }
            else if (changes.Count == 0 || changes[changes.Count - 1].Span.End <= edit.Span.Start)
            {
                changes.Add(new TextChange(edit.Span, edit.Text));
            }
        }

        return changes;
    }
}
