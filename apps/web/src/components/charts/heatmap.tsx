import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format';
import { LevelChip, useRatingWords } from '../maturity';
import { toneOf, type Rating, type ScaleLevel } from '../scale';
import styles from './heatmap.module.css';

/** One cell. `coverage` is the share of indicators with a level (0 to 1); `note` is a short extra such as "3 below". */
export interface HeatCell {
  rating: Rating;
  coverage?: number;
  note?: string;
}
/** A row of the heat map, one cell for each column. */
export interface HeatRow {
  key: string;
  label: string;
  sub?: string;
  cells: HeatCell[];
}
interface HeatmapProps {
  caption: string;
  /** Heading of the first column. */
  rowTitle: string;
  scale: ScaleLevel[];
  columns: { key: string; label: string; title: string }[];
  rows: HeatRow[];
  selected?: { row: string; column: string };
  onSelect: (row: string, column: string) => void;
}

/** A heat map is a table: every cell is a button with its number, reachable by keyboard, readable without color. */
export function Heatmap({ caption, rowTitle, scale, columns, rows, selected, onSelect }: HeatmapProps) {
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={caption}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{rowTitle}</th>
            {columns.map((column) => (
              <th key={column.key} scope="col" title={column.title}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.label}
                {row.sub && <span>{row.sub}</span>}
              </th>
              {columns.map((column, i) => (
                <td key={column.key}>
                  <CellButton
                    scale={scale}
                    cell={row.cells[i] ?? { rating: null }}
                    name={{ row: row.label, column: column.label }}
                    pressed={selected?.row === row.key && selected.column === column.key}
                    onClick={() => onSelect(row.key, column.key)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellButtonProps {
  scale: ScaleLevel[];
  cell: HeatCell;
  name: { row: string; column: string };
  pressed: boolean;
  onClick: () => void;
}

function CellButton({ scale, cell, name, pressed, onClick }: CellButtonProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const words = useRatingWords(scale);
  const partly = cell.coverage !== undefined && cell.coverage < 1 ? formats.percent(cell.coverage) : undefined;
  const spoken = [cell.note, partly && t('chart.coverage', { percent: partly })].filter(Boolean).join(', ');
  const level = words.sign(cell.rating);
  const value = `${level} ${words.word(cell.rating)}`;
  return (
    <button
      type="button"
      className={styles.cell}
      data-level={toneOf(scale, cell.rating)}
      aria-pressed={pressed}
      aria-label={t(spoken ? 'chart.cellNote' : 'chart.cell', { ...name, value, note: spoken })}
      onClick={onClick}
    >
      <LevelChip scale={scale} rating={cell.rating} size={28} />
      {(cell.note ?? partly) && (
        <small aria-hidden>{cell.note ?? (partly && t('chart.coverage', { percent: partly }))}</small>
      )}
    </button>
  );
}
